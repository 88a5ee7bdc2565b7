package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.navigation.PageState;
import java.util.ArrayList;
import java.util.List;

/** The table of models with its filters. The health of each row is asked for on its own and fills in when it arrives. */
final class ModelsCard extends Div {

    private static final String ANY = "";

    private final TextField search = new TextField();
    private final Select<String> status = new Select<>();
    private final Span found = new Span();
    private final ModelGrid grid = new ModelGrid();
    private final List<ModelRow> rows;
    private final GridListDataView<ModelRow> view;

    ModelsCard(Loader loader, Models models, List<Model> all, PageState state) {
        rows = all.stream().map(ModelRow::new).toList();
        view = grid.show(new ArrayList<>(rows), state);
        found.addClassNames("tw-quiet", "tw-small");
        found.getElement().setAttribute("data-test", "models-found").setAttribute("role", "status");
        add(Card.flush("All models", null, found, filters(), CsvExport.button("models.csv", () -> ModelsCsv.of(rows)))
                .with(grid));
        filter();
        for (ModelRow row : rows) {
            loader.load(
                    grid,
                    state.organization(),
                    caller -> models.health(caller, row.model().key()),
                    health -> {
                        row.arrived(health);
                        settle(row);
                    },
                    failure -> {
                        row.failed();
                        settle(row);
                    });
        }
    }

    private Component filters() {
        search.setPlaceholder("Name, key or team");
        search.setAriaLabel("Filter models");
        search.setPrefixComponent(new Icon("search"));
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.setClearButtonVisible(true);
        search.setWidth("200px");
        search.getElement().setAttribute("data-test", "models-filter");
        search.addValueChangeListener(event -> filter());
        status.setItems(ANY, "critical", "warning", "no-data", "unknown", "ok");
        status.setItemLabelGenerator(ModelsCard::label);
        status.setValue(ANY);
        status.setAriaLabel("Status");
        status.getElement().setAttribute("data-test", "models-status-filter");
        status.addValueChangeListener(event -> filter());
        Div filters = new Div(search, status);
        filters.addClassName("tw-row");
        return filters;
    }

    private void filter() {
        String code = status.getValue();
        view.setFilter(row -> row.matches(search.getValue()) && hasStatus(row, code == null ? ANY : code));
        int shown = view.getItemCount();
        found.setText(
                shown == rows.size()
                        ? Numbers.count(shown, "model", "models")
                        : shown + " of " + Numbers.count(rows.size(), "model", "models"));
    }

    /** Rows keep their place while their health trickles in; once all is known, the most urgent go first. */
    private void settle(ModelRow row) {
        view.refreshItem(row);
        if (rows.stream().noneMatch(ModelRow::isPending) && grid.getSortOrder().isEmpty()) {
            view.setSortComparator(ModelRow.BY_URGENCY::compare);
        }
    }

    private static boolean hasStatus(ModelRow row, String code) {
        Status known = row.status();
        return code.equals(ANY) || (known != null && known.code().equals(code));
    }

    private static String label(String code) {
        return switch (code) {
            case ANY -> "Any status";
            case "ok" -> "OK";
            case "warning" -> "Warning";
            case "critical" -> "Critical";
            case "no-data" -> "No data";
            default -> "Unknown";
        };
    }
}
