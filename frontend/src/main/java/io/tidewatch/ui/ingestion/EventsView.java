package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Events;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.LoadMore;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.Snippets;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.shell.ModelLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored predictions of the time range, newest page first, with a drawer for the details of one. */
@PermitAll
@Route(value = "models/:model/events", layout = ModelLayout.class)
class EventsView extends PageView {

    private static final int PAGE_SIZE = 100;

    private final Loader loader;
    private final Events events;
    private final Slot slot;
    private final PredictionDrawer drawer = new PredictionDrawer();

    EventsView(Loader loader, Events events) {
        this.loader = loader;
        this.events = events;
        this.slot = new Slot(loader, "the stored predictions", Skeleton.TABLE);
        add(slot, drawer);
    }

    @Override
    protected void enter(Visit visit) {
        title("Events · " + visit.model());
        drawer.close();
        slot.load(
                visit.state().organization(),
                caller -> events.list(caller, visit.model(), visit.scope(), PAGE_SIZE, null),
                page -> show(page, visit));
    }

    private Component show(Page<StoredPrediction> first, Visit visit) {
        if (first.items().isEmpty()) {
            Div empty = States.empty(
                    "No predictions in this time range",
                    "Choose a longer one, or record predictions from your service:");
            empty.add(States.code(Snippets.record(visit.model(), "binary")));
            return Card.around(empty);
        }
        List<StoredPrediction> rows = new ArrayList<>(first.items());
        PredictionGrid grid = new PredictionGrid(rows, drawer::open);
        Card card = Card.flush(
                "Stored predictions",
                "As they are kept, with their ground truth. Exports hold the rows loaded here.",
                lookUp(visit),
                CsvExport.button(visit.model() + "-predictions.csv", () -> PredictionExport.csv(rows)),
                CsvExport.button(
                        "NDJSON",
                        visit.model() + "-predictions.ndjson",
                        "application/x-ndjson",
                        () -> PredictionExport.ndjson(rows)));
        return card.with(grid, more(grid, rows, first.nextCursor(), visit));
    }

    private Component more(PredictionGrid grid, List<StoredPrediction> rows, @Nullable String cursor, Visit visit) {
        return new LoadMore<>(
                loader,
                visit.state().organization(),
                PAGE_SIZE,
                cursor,
                (caller, next) -> events.list(caller, visit.model(), visit.scope(), PAGE_SIZE, next),
                items -> {
                    rows.addAll(items);
                    grid.refresh();
                });
    }

    private Component lookUp(Visit visit) {
        TextField id = new TextField();
        id.setPlaceholder("Prediction id, then Enter");
        id.setAriaLabel("Look up a prediction by its id");
        id.setPrefixComponent(new Icon("search"));
        id.setClearButtonVisible(true);
        id.setWidth("240px");
        id.getElement().setAttribute("data-test", "prediction-lookup");
        id.addValueChangeListener(event -> id.setInvalid(false));
        id.addKeyDownListener(Key.ENTER, event -> {
            String wanted = id.getValue().strip();
            if (!wanted.isEmpty()) {
                find(wanted, id, visit);
            }
        });
        return id;
    }

    private void find(String wanted, TextField field, Visit visit) {
        loader.load(
                field,
                visit.state().organization(),
                caller -> events.get(caller, visit.model(), wanted),
                drawer::open,
                failure -> {
                    field.setInvalid(true);
                    field.setErrorMessage(
                            failure instanceof Failure.NotHere ? "No prediction has this id" : failure.summary());
                });
    }
}
