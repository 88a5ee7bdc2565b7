package io.tidewatch.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.client.Run;
import io.tidewatch.ui.fake.PageTest;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.shell.Visit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsViewTest extends PageTest {

    @Test
    void listsRunsWithTheirMetrics() {
        RunsView view = open("flight-delay", null);
        RunGrid grid = grid(view);

        assertThat(items(grid)).extracting(Run::label).startsWith("March, night flights", "boosting, depth 8");
        assertThat(grid.getColumnByKey("metric roc_auc")).isNotNull();
        assertThat(grid.getColumnByKey("metric log_loss").isSortable()).isTrue();
    }

    @Test
    void oneRunIsShownAndTwoAreCompared() {
        RunsView view = open("flight-delay", null);
        RunGrid grid = grid(view);
        List<Run> runs = items(grid);

        grid.asMultiSelect().setValue(Set.of(runs.get(2)));
        until(() -> !isBusy(view));
        assertThat(byTestId(view, "run-detail")).hasSize(1);

        grid.asMultiSelect().select(runs.get(1));
        until(() -> byTestId(view, "run-comparison").findAny().isPresent());
        Element auc = row(view, "run-metric", "roc_auc");
        assertThat(auc.getTextRecursively()).isEqualTo("roc_auc0.73600.7410+0.005");
        assertThat(row(view, "run-parameter", "depth").getAttribute("data-differs"))
                .isEqualTo("true");
        assertThat(row(view, "run-parameter", "rate").getAttribute("data-differs"))
                .isEqualTo("false");
        assertThat(byTestId(view, "chart-series")).hasSize(1);
        assertThat(row(view, "run-column", "distance").getTextRecursively())
                .contains("mean 706", "median 550", "31 to 4,962");
        assertThat(row(view, "run-column", "origin").getTextRecursively()).contains("230 different: ATL 6.1 %");
    }

    @Test
    void aThirdRunTakesThePlaceOfTheFirst() {
        RunsView view = open("flight-delay", null);
        RunGrid grid = grid(view);
        List<Run> runs = items(grid);

        grid.asMultiSelect().select(runs.get(0));
        grid.asMultiSelect().select(runs.get(1));
        grid.asMultiSelect().select(runs.get(2));
        assertThat(grid.getSelectedItems()).containsExactlyInAnyOrder(runs.get(1), runs.get(2));

        grid.asMultiSelect().deselectAll();
        until(() -> !isBusy(view));
        assertThat(byTestId(view, "run-comparison")).isEmpty();
    }

    @Test
    void aModelWithoutRunsSaysHowToLogOne() {
        RunsView view = open("no-show", null);

        assertThat(byTestId(view, "snippet").findFirst().orElseThrow().getText())
                .contains("Experiments.connect(address, apiKey, \"no-show\")");
    }

    @Test
    void theVersionOfTheAddressNarrowsTheList() {
        open("flight-delay", "2");

        assertThat(server.requests())
                .anyMatch(request -> request.path().endsWith("/runs")
                        && "2".equals(request.query().get("version")));
    }

    @Test
    void everythingIsInTheExport() {
        String csv = RunTables.csv(items(grid(open("flight-delay", null))));
        assertThat(csv)
                .startsWith("id,name,kind,status,versions,started,ended,metric log_loss,metric roc_auc,"
                        + "parameter depth,parameter rate\r\n")
                .contains("\"boosting, depth 8\",training,succeeded,2,");
    }

    @Test
    void durationsReadLikeDurations() {
        assertThat(Stream.of(
                                Duration.ofMillis(3),
                                Duration.ofMillis(850),
                                Duration.ofSeconds(12),
                                Duration.ofSeconds(200),
                                Duration.ofMinutes(125))
                        .map(RunGrid::duration))
                .containsExactly("—", "850 ms", "12 s", "3 min 20 s", "2 h 5 min");
    }

    private RunsView open(String model, @Nullable String version) {
        RunsView view = show(new RunsView(loader, runs));
        PageState state = new PageState(null, null, TimeRange.DEFAULT, version, null);
        view.enter(new Visit(
                state, TimeRange.DEFAULT.resolve(Clock.systemUTC()), new RouteParameters(Map.of("model", model))));
        until(() -> !isBusy(view));
        return view;
    }

    private static RunGrid grid(Component view) {
        return (RunGrid) byTestId(view, "runs-grid")
                .findFirst()
                .orElseThrow()
                .getComponent()
                .orElseThrow();
    }

    private static List<Run> items(RunGrid grid) {
        return grid.getListDataView().getItems().toList();
    }

    private static Element row(Component view, String testId, String name) {
        return byTestId(view, testId)
                .filter(element -> name.equals(element.getAttribute("data-name")))
                .findFirst()
                .orElseThrow();
    }
}
