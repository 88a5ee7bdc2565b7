package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Accounting;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.DeadLetter;
import io.tidewatch.ui.client.Ingestion;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Facts;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Skeleton;
import io.tidewatch.ui.component.Slot;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Whether every acknowledged event is accounted for, and what to do about those that could not be stored. */
@PermitAll
@Route(value = "admin/ingestion/:state?/:letter?", layout = AdminLayout.class)
class IngestionView extends PageView {

    private static final Set<String> STATES = Set.of("open", "replayed", "discarded", "all");

    private final Loader loader;
    private final Ingestion ingestion;
    private final Callers callers;
    private final Slot accounts;
    private final Slot letters;
    private final DeadLetterDrawer drawer;

    IngestionView(Loader loader, Ingestion ingestion, Callers callers) {
        this.loader = loader;
        this.ingestion = ingestion;
        this.callers = callers;
        this.accounts = new Slot(loader, "the accounting", Skeleton.TABLE);
        this.letters = new Slot(loader, "the dead letters", Skeleton.TABLE);
        this.drawer = new DeadLetterDrawer();
        title("Ingestion");
        Span line = new Span("Every acknowledged event is stored, pending or a dead letter.");
        line.addClassNames("tw-quiet", "tw-small");
        Div titles = new Div(new H1("Ingestion"), line);
        titles.addClassName("tw-titles");
        Div head = new Div(titles);
        head.addClassName("tw-head");
        add(head, accounts, letters, drawer);
    }

    @Override
    protected void enter(Visit visit) {
        loadAccounts(visit);
        loadLetters(visit);
        String wanted = visit.parameters().get("letter").orElse(null);
        if (wanted == null) {
            drawer.close();
        } else {
            loader.load(
                    this,
                    visit.state().organization(),
                    caller -> ingestion.letter(caller, wanted),
                    drawer::open,
                    failure -> drawer.refuse(wanted, failure));
        }
    }

    private void loadAccounts(Visit visit) {
        accounts.load(visit.state().organization(), ingestion::accounting, IngestionView::show);
    }

    private void loadLetters(Visit visit) {
        Signed signed = Signed.current();
        String state = state(visit);
        letters.load(
                visit.state().organization(),
                caller -> canEdit(signed, caller)
                        ? new Loaded(true, ingestion.letters(caller, null, state, DeadLettersCard.PAGE_SIZE, null))
                        : new Loaded(false, new Page<>(List.of(), null)),
                loaded -> loaded.editor()
                        ? new DeadLettersCard(loader, ingestion, loaded.page(), state, visit, () -> {
                            loadAccounts(visit);
                            loadLetters(visit);
                        })
                        : editorsOnly());
    }

    private static String state(Visit visit) {
        return visit.parameters().get("state").filter(STATES::contains).orElse("open");
    }

    private static Component show(Accounting accounting) {
        List<Accounting.Account> used = accounting.accounts().stream()
                .filter(account -> account.accepted() > 0 || account.openLetters() > 0)
                .toList();
        Div part = new Div();
        part.addClassName("tw-page");
        if (used.isEmpty()) {
            part.add(Card.around(States.empty(
                    "No events yet",
                    "Nothing was sent to a model that you may read since this server's log was made. "
                            + "A model's page shows the code to send predictions with.")));
            return part;
        }
        part.add(verdict(accounting, used), facts(used), AccountingTable.of(used));
        return part;
    }

    private static Component verdict(Accounting accounting, List<Accounting.Account> used) {
        long open = sum(used, Accounting.Account::openLetters);
        if (!accounting.balanced()) {
            return new Verdict(
                    Status.CRITICAL,
                    "The counts of some models do not add up",
                    "Accepted must be stored, pending and dead-lettered together. Tell who runs this server.");
        }
        if (used.stream().anyMatch(account -> account.deadLetters() == null)) {
            return new Verdict(
                    Status.WARNING,
                    "ClickHouse does not answer; "
                            + Numbers.count(sum(used, Accounting.Account::pending), "event waits", "events wait")
                            + " for it",
                    "They are on this server's disk and are stored when it is back. Senders notice nothing meanwhile.");
        }
        if (open > 0) {
            return new Verdict(
                    Status.WARNING,
                    Numbers.count(open, "event waits", "events wait") + " for a decision",
                    "They were acknowledged, but the event store refused them. Replay them after a fix, or discard them.");
        }
        return new Verdict(Status.OK, "Every acknowledged event is accounted for", null);
    }

    private static Component facts(List<Accounting.Account> used) {
        return Card.around(new Facts()
                .with("Accepted", "accepted", number(sum(used, Accounting.Account::accepted)))
                .with("Stored", "stored", number(sum(used, Accounting.Account::stored)))
                .with("Pending", "pending", number(sum(used, Accounting.Account::pending)))
                .with("Dead letters", "dead-lettered", number(sum(used, Accounting.Account::deadLettered))));
    }

    private static long sum(List<Accounting.Account> accounts, ToLongFunction<Accounting.Account> part) {
        return accounts.stream().mapToLong(part).sum();
    }

    private static Span number(long count) {
        return new Span(Numbers.count(count));
    }

    private static Component editorsOnly() {
        return Card.around(States.empty(
                "Dead letters are for editors", "They hold the events themselves. Ask an editor of your team."));
    }

    private boolean canEdit(Signed signed, Caller caller) {
        Me.Organization organization =
                callers.me(signed).organization(caller.organization()).orElseThrow();
        return organization.organizationAdmin() || !organization.editableTeams().isEmpty();
    }

    private record Loaded(boolean editor, Page<DeadLetter> page) {}
}
