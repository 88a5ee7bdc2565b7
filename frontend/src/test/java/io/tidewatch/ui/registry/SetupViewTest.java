package io.tidewatch.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.fake.SampleSetup;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SetupViewTest extends PageTest {

    private final AtomicReference<Map<String, Object>> setup = new AtomicReference<>(SampleSetup.empty());

    @Test
    void theFirstPredictionAppearsWithoutAReload() {
        SetupView view = open("flight-delay");
        assertThat(text(view, "received")).contains("Waiting for the first prediction");

        setup.set(SampleSetup.started(Instant.now(), 1));
        until(() -> text(view, "received").contains("The newest prediction"));

        assertThat(text(view, "step-predictions-summary")).isEqualTo("1 prediction received.");
        assertThat(state(view, "predictions")).isEqualTo("done");
        assertThat(state(view, "ground-truth")).isEqualTo("open");
        assertThat(text(view, "coverage")).contains("Send ground truth.");
    }

    @Test
    void nothingIsAskedAnyMoreOnceThePageIsLeft() {
        SetupView view = open("flight-delay");
        view.removeFromParent();
        long asked = asked();
        SetupView other = open("flight-delay");
        setup.set(SampleSetup.started(Instant.now(), 1));
        until(() -> text(other, "received").contains("The newest prediction"));

        assertThat(text(view, "received")).contains("Waiting");
        assertThat(asked()).isGreaterThan(asked);
    }

    @Test
    void whoIsNoAdminIsToldWhoCanCreateKeys() {
        SetupView view = open("no-show");

        assertThat(text(view, "key-ask")).contains("Admins of the team");
        assertThat(byTestId(view, "create-key")).isEmpty();
    }

    @Test
    void aStepIsLeftOutThroughTheBackend() {
        setup.set(SampleSetup.started(Instant.now(), 3));
        SetupView view = open("flight-delay");

        click(view, "step-baseline-skip");
        until(() -> server.requests().stream()
                .anyMatch(request -> request.method().equals("PUT")
                        && request.path().equals("/models/flight-delay/setup/skips/baseline")));
    }

    private SetupView open(String model) {
        server.on("GET", "/models/{}/setup", request -> setup.get());
        SetupView view = show(new SetupView(loader, models, events, setups, callers, files));
        PageState state = new PageState(null, null, TimeRange.DEFAULT, null, null);
        view.enter(new Visit(
                state, state.range().resolve(Clock.systemUTC()), new RouteParameters(Map.of("model", model))));
        until(() -> byTestId(view, "step-key").findAny().isPresent());
        return view;
    }

    private long asked() {
        return server.requests().stream()
                .filter(request -> request.path().endsWith("/setup"))
                .count();
    }

    private static void click(SetupView view, String id) {
        Element element = byTestId(view, id).findFirst().orElseThrow();
        ((Button) element.getComponent().orElseThrow()).click();
        assertThat(UI.getCurrent()).isNotNull();
    }

    private static String state(SetupView view, String step) {
        return String.valueOf(
                byTestId(view, "step-" + step).findFirst().orElseThrow().getAttribute("data-state"));
    }

    private static String text(SetupView view, String id) {
        return byTestId(view, id).findFirst().map(Element::getTextRecursively).orElse("");
    }
}
