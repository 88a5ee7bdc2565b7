package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Erasure;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.client.Retentions;
import io.tidewatch.ui.client.Retentions.Retention;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long events are kept, of the organization and of each model; and erasing an entity or all of it. */
@PermitAll
@Route(value = "admin/retention/:erasure?", layout = AdminLayout.class)
class RetentionView extends AdminView<RetentionView.Loaded> {

    /** More models than this are set over REST. */
    private static final int MOST_PAGES = 4;

    private static final List<Integer> CHOICES = List.of(0, 7, 30, 90, 400);

    private final Models models;
    private final Retentions retentions;
    private final ErasureDrawer drawer;

    RetentionView(Loader loader, Callers callers, Models models, Retentions retentions) {
        super(loader, callers, AdminPage.RETENTION, "Events are kept for some days after they occurred, then removed.");
        this.models = models;
        this.retentions = retentions;
        this.drawer = new ErasureDrawer(loader, retentions);
        add(drawer);
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        boolean admin = organization.organizationAdmin();
        Set<String> own = organization.teams().stream()
                .filter(team -> "admin".equals(team.role()))
                .map(Me.Team::key)
                .collect(Collectors.toSet());
        Map<Model, Retention> byModel = new LinkedHashMap<>();
        Page.all(MOST_PAGES, cursor -> models.list(caller, visit.state().team(), null, cursor)).stream()
                .filter(model -> admin || own.contains(model.team().key()))
                .forEach(model -> byModel.put(model, retentions.ofModel(caller, model.key())));
        String wanted = visit.parameters().get("erasure").orElse(null);
        return new Loaded(
                organization.key(),
                admin,
                retentions.ofOrganization(caller),
                byModel,
                admin ? retentions.erasures(caller, null) : new Page<>(List.of(), null),
                admin && wanted != null ? retentions.erasure(caller, wanted) : null);
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        if (loaded.erasure() == null) {
            drawer.close();
        } else {
            drawer.open(loaded.erasure(), visit, () -> load(visit));
        }
        var page = stack(retention(loaded, visit));
        if (loaded.admin()) {
            page.add(new ErasuresCard(loader, retentions, visit, () -> load(visit))
                    .of(loaded.organization(), loaded.erasures()));
        }
        return page;
    }

    private Component retention(Loaded loaded, Visit visit) {
        Table table = new Table("retention").column("Of").column("Kept for").column("Whose setting");
        Retention general = loaded.general();
        table.row(
                "organization",
                strong("Models without a setting of their own"),
                loaded.admin()
                        ? choice(
                                general,
                                "organization",
                                "as the server says",
                                days -> caller -> retentions.setOrganization(caller, days),
                                visit)
                        : new Span(days(general.days())),
                new Span(general.source()));
        loaded.byModel().forEach((model, retention) -> {
            Anchor name = new Anchor(Navigator.href(Paths.model(model.key()), visit.state()), model.name());
            name.getElement().setAttribute("router-link", true);
            table.row(
                    model.key(),
                    name,
                    choice(
                            retention,
                            "model",
                            "as the organization says",
                            days -> caller -> retentions.setModel(caller, model.key(), days),
                            visit),
                    new Span(retention.source()));
        });
        return Card.flush(
                        "Retention",
                        "Shorter: what is older is removed soon. Longer: events move; rollups made before keep their time.")
                .with(table);
    }

    private Select<Integer> choice(Retention current, String own, String otherwise, Setter set, Visit visit) {
        int value = current.source().equals(own) ? current.days() : 0;
        Select<Integer> choice = new Select<>();
        choice.setItems(CHOICES);
        choice.setItemLabelGenerator(
                days -> days == 0 ? otherwise + (value == 0 ? ": " + days(current.days()) : "") : days(days));
        choice.setValue(value);
        choice.setAriaLabel("Days");
        choice.setWidth("320px");
        choice.getElement().setAttribute("data-test", "retention-days");
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(event.getOldValue(), event.getValue(), set, visit);
            }
        });
        return choice;
    }

    private void change(int before, int after, Setter set, Visit visit) {
        loader.load(
                this,
                visit.state().organization(),
                set.apply(after == 0 ? null : after),
                kept -> {
                    Ask.undo(
                            "Kept for " + days(kept.days()) + " now.",
                            () -> loader.load(
                                    this,
                                    visit.state().organization(),
                                    set.apply(before == 0 ? null : before),
                                    restored -> load(visit),
                                    failure -> Ask.say(failure.summary())));
                    load(visit);
                },
                failure -> {
                    Ask.say(failure.summary());
                    load(visit);
                });
    }

    private static String days(int days) {
        return days + " days";
    }

    private static Component strong(String text) {
        Span span = new Span(text);
        span.addClassName("tw-strong");
        return span;
    }

    /** Makes the call that sets days; null goes back to the more general setting. */
    private interface Setter {
        Loader.Call<Retention> apply(@Nullable Integer days);
    }

    record Loaded(
            String organization,
            boolean admin,
            Retention general,
            Map<Model, Retention> byModel,
            Page<Erasure> erasures,
            @Nullable Erasure erasure) {}
}
