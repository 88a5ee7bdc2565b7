package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.ApiKey;
import io.tidewatch.ui.client.ApiKeys;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.QuotaUse;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/** What the organization may send, how much of it is used, and the limits of single keys. */
@PermitAll
@Route(value = "admin/quotas", layout = AdminLayout.class)
class QuotasView extends AdminView<QuotasView.Loaded> {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Organizations organizations;
    private final ApiKeys keys;

    QuotasView(Loader loader, Callers callers, Organizations organizations, ApiKeys keys) {
        super(
                loader,
                callers,
                AdminPage.QUOTAS,
                "Limits of the organization are set by who runs the server; limits of keys, below them, by you.");
        this.organizations = organizations;
        this.keys = keys;
    }

    @Override
    protected Loaded read(Caller caller, Me.Organization organization, Visit visit) {
        return new Loaded(organizations.quota(caller), keys.all(caller));
    }

    @Override
    protected Component show(Loaded loaded, Visit visit) {
        return stack(organization(loaded.quota()), keys(loaded.keys(), visit));
    }

    private static Component organization(QuotaUse quota) {
        Table table = new Table("quota")
                .column("Limit")
                .number("May be")
                .number("Used")
                .column("Beyond it");
        for (QuotaUse.Rate rate : quota.rates()) {
            boolean events = rate.name().equals("events");
            LongFunction<String> amount = events ? Numbers::count : Numbers::bytes;
            table.row(
                    rate.name(),
                    new Span(events ? "Events per second" : "Bytes per second, as sent"),
                    cell(amount.apply(rate.perSecond()), "at once " + amount.apply(rate.burst())),
                    cell(
                            Numbers.percent(1 - (double) rate.remaining() / Math.max(1, rate.burst())),
                            amount.apply(rate.remaining()) + " at once now"),
                    new Span("429 with a true Retry-After; senders wait and repeat"));
        }
        QuotaUse.Month month = quota.month();
        table.row(
                "month",
                new Span("Events in the month from " + month.start()),
                new Span(month.limit() == null ? "no limit" : Numbers.count(month.limit())),
                cell(
                        Numbers.count(month.events()),
                        month.limit() == null
                                ? ""
                                : Numbers.percent((double) month.events() / Math.max(1, month.limit()))),
                new Span("429 until the next month in UTC"));
        table.row(
                "pending",
                new Span("Share of the room for events that wait to be stored"),
                new Span(Numbers.percent(quota.pending().share())),
                cell(Numbers.count(quota.pending().events()), "events wait"),
                new Span("429 until enough of them are stored"));
        table.row(
                "body",
                new Span("Size of one request, inflated"),
                new Span(Numbers.bytes(quota.maxBodyBytes())),
                new Span(Numbers.NONE),
                new Span("413"));
        table.row(
                "features",
                new Span("Features of one event"),
                new Span(Numbers.count(quota.maxFeatures())),
                new Span(Numbers.NONE),
                new Span("the event is rejected"));
        return Card.flush("Organization", "Rates are those of the backend that answered.")
                .with(table);
    }

    private static Component keys(List<ApiKey> all, Visit visit) {
        Instant now = CLOCK.instant();
        List<ApiKey> limited = all.stream()
                .filter(key -> !key.hasEnded(now) && key.limits().any())
                .toList();
        Anchor link =
                new Anchor(Navigator.href(AdminPage.API_KEYS.path(), visit.state()), "Set limits on the page API keys");
        link.getElement().setAttribute("router-link", true);
        Card card = Card.flush("Keys with limits of their own", null, link);
        if (limited.isEmpty()) {
            Div empty = States.empty(
                    "No key has one",
                    "Any key may use what the organization may. A limit keeps one service from taking all.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        Table table = new Table("key-limits").column("Key").column("Team").column("Limits");
        limited.forEach(key ->
                table.row(key.name(), new Span(key.name()), new Span(key.team()), new Span(ApiKeyTable.limits(key))));
        return card.with(table);
    }

    private static Component cell(String value, String detail) {
        Span small = new Span(detail);
        small.addClassNames("tw-quiet", "tw-small");
        Div cell = new Div(new Span(value), small);
        cell.addClassName("tw-cell");
        return cell;
    }

    record Loaded(QuotaUse quota, List<ApiKey> keys) {}
}
