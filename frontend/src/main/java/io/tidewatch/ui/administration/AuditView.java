package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Audit;
import io.tidewatch.ui.client.Audit.Filter;
import io.tidewatch.ui.client.AuditEntry;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.LoadMore;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who did what, when and from where, in the time range of the page; and whether the chain of entries holds. */
@PermitAll
@Route(value = "admin/audit", layout = AdminLayout.class)
class AuditView extends AdminView<Page<AuditEntry>> {

    private static final int PAGE_SIZE = 50;

    private final Audit audit;
    private final Callers callers;
    private final AuditDrawer drawer = new AuditDrawer();
    private final TextField actor = filter("Who", "actor");
    private final TextField action = filter("What", "action");
    private final TextField resource = filter("Which", "resource");
    private final AuditProof proof;
    private @Nullable Visit current;

    AuditView(Loader loader, Callers callers, Audit audit) {
        super(
                loader,
                callers,
                AdminPage.AUDIT,
                "Every change, written in the same transaction and never altered. Times are those of the range above.");
        this.audit = audit;
        this.callers = callers;
        this.proof = new AuditProof(loader, audit);
        actor.setPlaceholder("Name or id");
        action.setPlaceholder("Such as team or api-key.revoked");
        resource.setPlaceholder("Key or id of the thing");
        tools(actor, action, resource);
        add(drawer);
    }

    @Override
    protected void enter(Visit visit) {
        current = visit;
        drawer.close();
        super.enter(visit);
    }

    @Override
    protected Page<AuditEntry> read(Caller caller, Me.Organization organization, Visit visit) {
        return audit.list(caller, filter(visit), PAGE_SIZE, null);
    }

    @Override
    protected Component show(Page<AuditEntry> page, Visit visit) {
        Card card = Card.flush(
                "Entries",
                "Newest first",
                AuditFile.link(callers, audit, filter(visit), visit.state().organization(), Audit.Format.CSV),
                AuditFile.link(callers, audit, filter(visit), visit.state().organization(), Audit.Format.NDJSON));
        if (page.items().isEmpty()) {
            Div empty = States.empty("No entries", "Choose a longer time range above, or fewer filters.");
            empty.getStyle().set("padding", "16px 20px");
            return stack(proof.forVisit(visit), card.with(empty));
        }
        Table table = new Table("audit")
                .column("When")
                .column("Who")
                .column("What")
                .column("Which")
                .column("Change")
                .column("From");
        page.items().forEach(entry -> row(table, entry));
        card.add(
                table,
                new LoadMore<>(
                        loader,
                        visit.state().organization(),
                        PAGE_SIZE,
                        page.nextCursor(),
                        (caller, cursor) -> audit.list(caller, filter(visit), PAGE_SIZE, cursor),
                        more -> more.forEach(entry -> row(table, entry))));
        return stack(proof.forVisit(visit), card);
    }

    private void row(Table table, AuditEntry entry) {
        NativeButton what = new NativeButton(entry.action(), event -> drawer.open(entry));
        what.addClassName("tw-link-button");
        what.getElement().setAttribute("type", "button").setAttribute("data-test", "audit-open");
        Span kind = new Span(entry.actor().kind());
        kind.addClassNames("tw-quiet", "tw-small");
        Div who = new Div(new Span(entry.actor().name()), kind);
        who.addClassName("tw-cell");
        Span which = new Span(entry.resourceId());
        which.addClassName("tw-mono");
        which.getStyle().set("overflow-wrap", "anywhere");
        table.row(
                Long.toString(entry.sequence()),
                Time.at(entry.at()),
                who,
                what,
                which,
                summary(entry),
                new Span(entry.remoteAddress() == null ? "" : entry.remoteAddress()));
    }

    /** The names of what changed. */
    private static Component summary(AuditEntry entry) {
        String names = AuditDiff.of(entry.before(), entry.after()).stream()
                .map(AuditDiff.Line::field)
                .limit(4)
                .collect(Collectors.joining(", "));
        Span summary = new Span(names);
        summary.addClassNames("tw-quiet", "tw-small");
        return summary;
    }

    private Filter filter(Visit visit) {
        return new Filter(
                given(actor),
                given(action),
                null,
                given(resource),
                visit.window().from(),
                visit.window().to());
    }

    private static @Nullable String given(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private TextField filter(String label, String testId) {
        TextField field = new TextField(label);
        field.setClearButtonVisible(true);
        field.setWidth("240px");
        field.getElement().setAttribute("data-test", "audit-" + testId);
        field.addValueChangeListener(event -> {
            if (current != null) {
                load(current);
            }
        });
        return field;
    }
}
