package io.tidewatch.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.fake.FakeBackend;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.fake.SampleSetup;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthChecksEditorTest extends PageTest {

    private final AtomicReference<Map<String, Object>> stored = new AtomicReference<>(SampleSetup.usualChecks());
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void whatIsSuggestedIsAcceptedWithOneClick() {
        HealthChecksEditor editor = open(true);
        assertThat(text(editor, "check-silence-reason")).contains("7 h 12 min");
        assertThat(text(editor, "check-drift-summary")).isEqualTo("2 of 3 watched");
        assertThat(text(editor, "check-missing-summary")).isEqualTo("1 of 2 watched");

        click(editor, "save-checks");
        until(() -> changes.get() == 1);

        FakeBackend.Request put = put();
        assertThat(put.headers().get("if-match")).isEqualTo("\"0\"");
        assertThat(put.body())
                .contains("\"silence\":{\"enabled\":true,\"limit\":\"PT12H\"}")
                .contains("\"leftOut\":[\"customer\"]")
                .contains("\"limits\":[{\"feature\":\"distance\",\"maximumRatio\":0.025}]")
                .contains("\"groundTruth\":{\"enabled\":false");
    }

    @Test
    void eachSuggestionCanBeChanged() {
        HealthChecksEditor editor = open(true);

        checkbox(editor, "check-silence-on", null).setValue(false);
        checkbox(editor, "check-drift-watch", "distance").setValue(false);
        component(editor, "check-missing-limit", "distance", NumberField.class).setValue(4.0);
        checkbox(editor, "check-missing-watch", "customer").setValue(true);
        click(editor, "save-checks");
        until(() -> changes.get() == 1);

        assertThat(put().body())
                .contains("\"silence\":{\"enabled\":false")
                .contains("\"leftOut\":[\"distance\",\"customer\"]")
                .contains("{\"feature\":\"distance\",\"maximumRatio\":0.04}")
                .contains("{\"feature\":\"customer\",\"maximumRatio\":0.05}");
    }

    @Test
    void aChoiceIsShownAsItIsUntilSuggestionsAreAskedFor() {
        Map<String, Object> chosen = new HashMap<>(SampleSetup.usualChecks());
        chosen.put("chosen", true);
        chosen.put("revision", 4);
        chosen.put("drift", Map.of("enabled", true, "leftOut", List.of("distance", "gone")));
        stored.set(chosen);
        HealthChecksEditor editor = open(true);
        assertThat(checkbox(editor, "check-drift-watch", "distance").getValue()).isFalse();
        assertThat(checkbox(editor, "check-drift-watch", "customer").getValue()).isTrue();

        click(editor, "suggest-checks");
        assertThat(checkbox(editor, "check-drift-watch", "distance").getValue()).isTrue();
        click(editor, "save-checks");
        until(() -> changes.get() == 1);

        assertThat(put().headers().get("if-match")).isEqualTo("\"4\"");
        assertThat(put().body()).contains("\"leftOut\":[\"customer\",\"gone\"]");
    }

    @Test
    void aRefusalIsShownAndNothingIsLost() {
        HealthChecksEditor editor = open(true);
        server.on("PUT", "/models/{}/health-checks", request -> {
            throw new FakeBackend.Refusal(422, "validation-failed", "Invalid")
                    .violation("missingValues.limits", "needs the limit of at least one feature");
        });
        checkbox(editor, "check-missing-watch", "distance").setValue(false);

        click(editor, "save-checks");
        until(() -> text(editor, "checks-problem").contains("missingValues.limits"));

        assertThat(checkbox(editor, "check-missing-watch", "distance").getValue())
                .isFalse();
        assertThat(changes.get()).isZero();
    }

    @Test
    void whoMayNotChangeItSeesItAndIsToldWhoMay() {
        HealthChecksEditor editor = open(false);

        assertThat(text(editor, "editors-only")).contains("Only editors of");
        assertThat(byTestId(editor, "save-checks")).isEmpty();
        assertThat(checkbox(editor, "check-silence-on", null).isReadOnly()).isTrue();
        // What is in force, not what is suggested.
        assertThat(checkbox(editor, "check-drift-watch", "customer").getValue()).isTrue();
    }

    private HealthChecksEditor open(boolean edit) {
        server.on("GET", "/models/{}/health-checks", request -> stored.get());
        server.on("PUT", "/models/{}/health-checks", request -> {
            Map<String, Object> next = new HashMap<>(stored.get());
            next.put("chosen", true);
            next.put("revision", 9);
            return next;
        });
        PageState state = new PageState(null, null, TimeRange.DEFAULT, null, null);
        Visit visit = new Visit(
                state, state.range().resolve(Clock.systemUTC()), new RouteParameters(Map.of("model", "flight-delay")));
        HealthChecksEditor editor =
                show(new HealthChecksEditor(loader, setups, visit, model(edit), changes::incrementAndGet));
        editor.load();
        until(() -> byTestId(editor, "health-checks").findAny().isPresent());
        return editor;
    }

    private FakeBackend.Request put() {
        return server.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
    }

    private static void click(HealthChecksEditor editor, String id) {
        component(editor, id, null, Button.class).click();
    }

    private static Checkbox checkbox(HealthChecksEditor editor, String id, @Nullable String feature) {
        return component(editor, id, feature, Checkbox.class);
    }

    private static <T> T component(HealthChecksEditor editor, String id, @Nullable String feature, Class<T> type) {
        Element element = byTestId(editor, id)
                .filter(candidate -> feature == null || feature.equals(candidate.getAttribute("data-feature")))
                .findFirst()
                .orElseThrow();
        return type.cast(element.getComponent().orElseThrow());
    }

    private static String text(HealthChecksEditor editor, String id) {
        return byTestId(editor, id).findFirst().map(Element::getTextRecursively).orElse("");
    }

    private static Model model(boolean edit) {
        return new Model(
                "flight-delay",
                "Flight delay",
                null,
                "binary",
                new Model.TeamRef("delays", "Delays"),
                List.of(),
                Instant.EPOCH,
                1,
                new Model.Access(edit));
    }
}
