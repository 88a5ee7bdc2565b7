package io.tidewatch.ui.fake;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import io.tidewatch.ui.client.Analysis;
import io.tidewatch.ui.client.ApiKeys;
import io.tidewatch.ui.client.Audit;
import io.tidewatch.ui.client.Backend;
import io.tidewatch.ui.client.BackendConfig;
import io.tidewatch.ui.client.BaselineFiles;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Events;
import io.tidewatch.ui.client.Ingestion;
import io.tidewatch.ui.client.Members;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Profile;
import io.tidewatch.ui.client.Retentions;
import io.tidewatch.ui.client.Runs;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.identity.SignInFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A page without a browser: a session, a signed-in person and a backend with made-up data. */
public abstract class PageTest extends BrowserlessTest {

    protected FakeBackend server;
    protected Models models;
    protected Analysis analysis;
    protected Events events;
    protected Ingestion ingestion;
    protected Runs runs;
    protected Setups setups;
    protected Members members;
    protected ApiKeys apiKeys;
    protected Audit audit;
    protected Retentions retentions;
    protected BaselineFiles files;
    protected Organizations organizations;
    protected Callers callers;
    protected Profile profile;
    protected Loader loader;

    @BeforeEach
    void start() throws Exception {
        server = new FakeBackend(0);
        SampleData.serve(server, true);
        Backend backend = new Backend(new Config(server.url()));
        models = new Models(backend);
        analysis = new Analysis(backend);
        events = new Events(backend);
        ingestion = new Ingestion(backend);
        runs = new Runs(backend);
        setups = new Setups(backend);
        members = new Members(backend);
        apiKeys = new ApiKeys(backend);
        audit = new Audit(backend);
        retentions = new Retentions(backend);
        files = new BaselineFiles(backend);
        organizations = new Organizations(backend);
        callers = new Callers(organizations);
        profile = new Profile(backend);
        loader = new Loader(callers);
        SignInFixture.signIn(Instant.now().plusSeconds(300));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Lets background work deliver until something holds. */
    protected static void until(BooleanSupplier condition) {
        VaadinSession session = VaadinSession.getCurrent();
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("It did not happen in time");
            }
            session.unlock();
            LockSupport.parkNanos(1_000_000);
            session.lock();
        }
    }

    /** Adds a component to the page. */
    protected static <T extends Component> T show(T component) {
        UI.getCurrent().add(component);
        return component;
    }

    /** Whether anything below still loads. */
    protected static boolean isBusy(Component component) {
        return all(component.getElement()).anyMatch(element -> "true".equals(element.getAttribute("aria-busy")));
    }

    /** Everything below with this test id. */
    protected static Stream<Element> byTestId(Component component, String id) {
        return all(component.getElement()).filter(element -> id.equals(element.getAttribute("data-test")));
    }

    private static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(PageTest::all));
    }

    private record Config(URI url) implements BackendConfig {
        @Override
        public URI publicUrl() {
            return url;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(10);
        }
    }
}
