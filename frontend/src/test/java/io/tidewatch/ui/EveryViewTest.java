package io.tidewatch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.fake.FakeBackend;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.fake.SampleAdministration;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page against every kind of model: healthy, drifted, without any data, without a baseline, with a hostile name. */
class EveryViewTest extends PageTest {

    static Stream<Class<?>> views() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.tidewatch.ui")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(type -> (Class<?>) type.reflect());
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsEveryKindOfModelWithoutAnError(Class<?> type) throws Exception {
        for (String model : List.of("flight-delay", "delay-minutes", "seat-upgrade", "no-show", "hostile")) {
            PageView view = show(create(type));

            enter(view, model, TimeRange.DEFAULT);
            until(() -> !isBusy(view));
            assertThat(byTestId(view, "state-error"))
                    .as("%s of %s", type.getSimpleName(), model)
                    .isEmpty();
            assertThat(byTestId(view, "state-not-here"))
                    .as("%s of %s", type.getSimpleName(), model)
                    .isEmpty();

            enter(view, model, new TimeRange.Last(24, ChronoUnit.HOURS));
            until(() -> !isBusy(view));
            assertThat(byTestId(view, "state-error")).isEmpty();
            assertThat(html(view.getElement())).doesNotContain("<img");
            view.removeFromParent();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsEverythingToAnOrganizationAdmin(Class<?> type) throws Exception {
        SampleAdministration.asOrganizationAdmin(server);
        PageView view = show(create(type));

        enter(view, "flight-delay", TimeRange.DEFAULT);
        until(() -> !isBusy(view));

        assertThat(byTestId(view, "state-error")).isEmpty();
        assertThat(byTestId(view, "state-no-permission")).isEmpty();
        assertThat(html(view.getElement())).doesNotContain("<img");
    }

    @ParameterizedTest
    @MethodSource("views")
    void saysTheSameForAMissingModelOnEveryPage(Class<?> type) throws Exception {
        if (!type.getAnnotation(Route.class).value().contains(":model")) {
            return;
        }
        PageView view = show(create(type));
        server.on("GET", "/models/{}", EveryViewTest::refuse);
        for (String page : List.of(
                "health",
                "versions",
                "baselines",
                "volume",
                "drift",
                "drift-history",
                "performance",
                "predictions",
                "setup",
                "runs")) {
            server.on("GET", "/models/{}/" + page, EveryViewTest::refuse);
        }
        server.on("GET", "/models/{}/drift/{}", EveryViewTest::refuse);
        server.on("GET", "/models/{}/drift/{}/history", EveryViewTest::refuse);

        enter(view, "not-mine", TimeRange.DEFAULT);
        until(() -> !isBusy(view));

        assertThat(byTestId(view, "state-not-here")).isNotEmpty();
        assertThat(byTestId(view, "state-error")).isEmpty();
    }

    private PageView create(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments =
                Arrays.stream(constructor.getParameterTypes()).map(this::bean).toArray();
        return (PageView) constructor.newInstance(arguments);
    }

    private Object bean(Class<?> type) {
        return Stream.of(
                        loader,
                        models,
                        analysis,
                        events,
                        ingestion,
                        runs,
                        organizations,
                        callers,
                        members,
                        apiKeys,
                        audit,
                        retentions,
                        setups,
                        files,
                        profile)
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> make(type));
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(models.getClass());
            constructor.setAccessible(true);
            return constructor.newInstance(models);
        } catch (ReflectiveOperationException unknown) {
            throw new LinkageError("This test does not know how to make " + type, unknown);
        }
    }

    private static void enter(PageView view, String model, TimeRange range) throws ReflectiveOperationException {
        PageState state = new PageState(null, null, range, null, null);
        RouteParameters parameters = new RouteParameters(Map.of("model", model, "feature", "distance"));
        Method enter = PageView.class.getDeclaredMethod("enter", Visit.class);
        enter.setAccessible(true);
        enter.invoke(view, new Visit(state, range.resolve(Clock.systemUTC()), parameters));
        assertThat(UI.getCurrent()).isNotNull();
    }

    private static Object refuse(FakeBackend.Request request) {
        throw new FakeBackend.Refusal(404, "model-not-found", "There is no such model");
    }

    private static String html(Element element) {
        return element.getOuterHTML();
    }
}
