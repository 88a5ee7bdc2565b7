package io.tidewatch.ui.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.fake.FakeBackend;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page says whether events are missing, shows letters, and does what its buttons say. */
class IngestionViewTest extends PageTest {

    @Test
    void verdictCountsWhatWaitsForADecisionAndTheTableAddsUp() {
        IngestionView view = open(Map.of());

        assertThat(text(view, "verdict")).contains("6 events wait for a decision");
        assertThat(text(view, "accepted")).isEqualTo("581,463");
        assertThat(byTestId(view, "account")).hasSize(4);
        assertThat(byTestId(view, "letters-grid")).hasSize(1);
        assertThat(text(view, "replay")).contains("Replay all");
    }

    @Test
    void aLetterNamedByTheAddressIsOpenWithItsPayload() {
        IngestionView view = open(Map.of("state", "all", "letter", "71-2"));
        until(() -> byTestId(view, "payload").findAny().isPresent());

        assertThat(text(view, "payload")).contains("\"distance\": 733.0");
        assertThat(text(view, "letter-drawer")).contains("refused-by-store");
    }

    @Test
    void aLetterThatIsNotThereIsSaidToBe() {
        IngestionView view = open(Map.of("state", "open", "letter", "1-1"));
        until(() -> text(view, "letter-drawer").contains("not here"));

        assertThat(text(view, "letter-drawer")).contains("Letter 1-1 is not here");
    }

    @Test
    void replayingAllLeavesThoseThatAreRefusedAgain() {
        IngestionView view = open(Map.of());
        click(view, "replay");
        // The page reads the letters again when all of them were dealt with.
        until(() -> server.requests().stream()
                        .filter(request -> request.path().endsWith("/dead-letters"))
                        .count()
                == 2);
        until(() -> !isBusy(view));

        IngestionView replayed = open(Map.of("state", "replayed"));
        assertThat(byTestId(replayed, "letters-grid")).hasSize(1);
        assertThat(byTestId(replayed, "replay")).allMatch(element -> !element.isVisible());
    }

    @Test
    void nothingIsMissingWithoutLetters() {
        server.on(
                "GET",
                "/ingestion/accounting",
                request -> Map.of(
                        "balanced",
                        true,
                        "accounts",
                        List.of(Map.of(
                                "model",
                                "m",
                                "modelName",
                                "M",
                                "kind",
                                "prediction",
                                "accepted",
                                4,
                                "stored",
                                4,
                                "pending",
                                0,
                                "deadLettered",
                                0,
                                "balanced",
                                true,
                                "deadLetters",
                                Map.of("open", 0, "replayed", 0, "discarded", 0)))));

        assertThat(text(open(Map.of()), "verdict")).contains("Every acknowledged event is accounted for");
    }

    @Test
    void whileClickHouseIsAwayItIsSaidHowMuchWaits() {
        server.on(
                "GET",
                "/ingestion/accounting",
                request -> Map.of(
                        "balanced",
                        true,
                        "accounts",
                        List.of(Map.of(
                                "model",
                                "m",
                                "modelName",
                                "M",
                                "kind",
                                "prediction",
                                "accepted",
                                1_500,
                                "stored",
                                300,
                                "pending",
                                1_200,
                                "deadLettered",
                                0,
                                "balanced",
                                true))));

        assertThat(text(open(Map.of()), "verdict")).contains("ClickHouse does not answer; 1,200 events wait for it");
    }

    @Test
    void aFailureIsShownWithARetry() {
        server.on("GET", "/ingestion/accounting", request -> {
            throw new FakeBackend.Refusal(503, "event-store-unavailable", "ClickHouse doesn't answer");
        });

        assertThat(byTestId(open(Map.of()), "state-error")).hasSize(1);
    }

    private IngestionView open(Map<String, String> parameters) {
        IngestionView view = show(new IngestionView(loader, ingestion, callers));
        PageState state = new PageState(null, null, TimeRange.DEFAULT, null, null);
        view.enter(new Visit(state, TimeRange.DEFAULT.resolve(Clock.systemUTC()), new RouteParameters(parameters)));
        until(() -> !isBusy(view));
        return view;
    }

    private static String text(Component view, String testId) {
        return byTestId(view, testId)
                .map(Element::getTextRecursively)
                .findFirst()
                .orElse("");
    }

    private static void click(Component view, String testId) {
        byTestId(view, testId)
                .map(element -> element.getComponent().orElseThrow())
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
    }
}
