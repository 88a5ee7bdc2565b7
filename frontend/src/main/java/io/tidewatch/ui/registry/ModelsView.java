package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.CsvExport;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.MainLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All models the person may read. */
@PermitAll
@Route(value = "models", layout = MainLayout.class)
class ModelsView extends PageView {

    /** More than this is for the search field, not for reading. */
    private static final int MOST_PAGES = 5;

    private final Loader loader;
    private final Models models;
    private final Callers callers;
    private final Slot slot;
    private final Button register = new Button("Register a model", new Icon("plus"));
    private final TextField search = new TextField();
    private final Select<String> status = new Select<>();
    private final Span found = new Span();

    ModelsView(Loader loader, Models models, Callers callers) {
        this.loader = loader;
        this.models = models;
        this.callers = callers;
        this.slot = new Slot(loader, "the models", Skeleton.TABLE);
        title("Models");

        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.getElement().setAttribute("data-test", "register-model");
        Div titles = new Div(new H1("Models"), found);
        titles.addClassName("tw-titles");
        found.addClassNames("tw-quiet");
        Div head = new Div(titles, register);
        head.addClassName("tw-head");

        search.setPlaceholder("Name, key or team");
        search.setAriaLabel("Filter models");
        search.setPrefixComponent(new Icon("search"));
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.setClearButtonVisible(true);
        search.setWidth("200px");
        search.getElement().setAttribute("data-test", "models-filter");
        status.setItems("", "critical", "warning", "no-data", "unknown", "ok");
        status.setItemLabelGenerator(ModelsView::statusLabel);
        status.setValue("");
        status.setAriaLabel("Status");
        status.getElement().setAttribute("data-test", "models-status-filter");
        add(head, slot);
    }

    @Override
    protected void enter(Visit visit) {
        Signed signed = Signed.current();
        slot.load(
                visit.state().organization(),
                caller -> {
                    Me.Organization organization = callers.me(signed)
                            .organization(caller.organization())
                            .orElseThrow();
                    return new Loaded(organization, all(caller, visit.state().team()));
                },
                loaded -> show(loaded, visit));
    }

    private List<Model> all(io.tidewatch.ui.client.Caller caller, @Nullable String team) {
        List<Model> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Page<Model> next = models.list(caller, team, null, cursor);
            all.addAll(next.items());
            cursor = next.nextCursor();
            if (cursor == null) {
                break;
            }
        }
        return all;
    }

    private Div show(Loaded loaded, Visit visit) {
        offerRegistration(loaded.organization(), visit);
        if (loaded.models().isEmpty()) {
            found.setText("None yet");
            return States.empty(
                    "No models yet",
                    loaded.organization().editableTeams().isEmpty()
                            ? "Ask an editor of your team to register one, or to share theirs with your team."
                            : "Register your first model; its page then shows the lines of code to send predictions with.");
        }
        List<ModelRow> rows = loaded.models().stream().map(ModelRow::new).toList();
        ModelGrid grid = new ModelGrid();
        GridListDataView<ModelRow> view = grid.show(new ArrayList<>(rows), visit.state());
        Runnable filter = () -> {
            view.setFilter(row -> row.matches(search.getValue()) && hasStatus(row, status.getValue()));
            found.setText(Numbers.count(view.getItemCount(), "model", "models"));
        };
        search.addValueChangeListener(event -> filter.run());
        status.addValueChangeListener(event -> filter.run());
        filter.run();
        rows.forEach(row -> loader.load(
                grid,
                visit.state().organization(),
                caller -> models.health(caller, row.model().key()),
                health -> {
                    row.arrived(health);
                    settle(rows, grid, view, row);
                },
                failure -> {
                    row.failed();
                    settle(rows, grid, view, row);
                }));
        Div filters = new Div(search, status);
        filters.addClassName("tw-row");
        Card card = Card.flush("All models", null, filters, CsvExport.button("models.csv", () -> ModelsCsv.of(rows)));
        return new Div(card.with(grid));
    }

    /** Rows keep their place while their health trickles in; once all is known, the most urgent go first. */
    private static void settle(List<ModelRow> rows, ModelGrid grid, GridListDataView<ModelRow> view, ModelRow row) {
        view.refreshItem(row);
        if (rows.stream().noneMatch(ModelRow::isPending) && grid.getSortOrder().isEmpty()) {
            view.setSortComparator(ModelRow.BY_URGENCY::compare);
        }
    }

    private void offerRegistration(Me.Organization organization, Visit visit) {
        List<Me.Team> teams = organization.editableTeams();
        register.setEnabled(!teams.isEmpty());
        register.setTooltipText(teams.isEmpty() ? "Only editors of a team can register models" : null);
        register.setDisableOnClick(false);
        if (registration != null) {
            registration.remove();
        }
        registration = register.addClickListener(
                event -> new RegisterModelDialog(loader, models, teams, visit.state()).open());
    }

    private com.vaadin.flow.shared.@Nullable Registration registration;

    private static boolean hasStatus(ModelRow row, @Nullable String code) {
        Status rowStatus = row.status();
        return code == null
                || code.isEmpty()
                || (rowStatus != null && rowStatus.code().equals(code));
    }

    private static String statusLabel(String code) {
        return switch (code) {
            case "" -> "Any status";
            case "ok" -> "OK";
            case "warning" -> "Warning";
            case "critical" -> "Critical";
            case "no-data" -> "No data";
            default -> "Unknown";
        };
    }

    private record Loaded(Me.Organization organization, List<Model> models) {}
}
