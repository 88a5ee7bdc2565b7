package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.DeadLetter;
import io.tidewatch.ui.client.DeadLetterChoice;
import io.tidewatch.ui.client.Ingestion;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.LoadMore;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import io.tidewatch.ui.shell.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dead letters, and replaying or discarding those that are chosen. */
final class DeadLettersCard extends Composite<Div> {

    static final int PAGE_SIZE = 100;

    private final Loader loader;
    private final Ingestion ingestion;
    private final String state;
    private final Visit visit;
    private final Runnable reload;
    private final List<DeadLetter> rows;
    private final DeadLetterGrid grid;
    private final Button replay = new Button("Replay", new Icon("retry"), event -> replay());
    private final Button discard = new Button("Discard", new Icon("close"), event -> askToDiscard());

    DeadLettersCard(
            Loader loader, Ingestion ingestion, Page<DeadLetter> first, String state, Visit visit, Runnable reload) {
        this.loader = loader;
        this.ingestion = ingestion;
        this.state = state;
        this.visit = visit;
        this.reload = reload;
        this.rows = new ArrayList<>(first.items());
        this.grid = new DeadLetterGrid(rows, this::open, state.equals("open"));
        getContent().add(card(first.nextCursor()));
    }

    private Component card(@Nullable String cursor) {
        replay.setDisableOnClick(true);
        replay.getElement().setAttribute("data-test", "replay");
        discard.getElement().setAttribute("data-test", "discard");
        boolean open = state.equals("open");
        replay.setVisible(open && !rows.isEmpty());
        discard.setVisible(open && !rows.isEmpty());
        if (open) {
            grid.addSelectionListener(event -> label());
            label();
        }
        Card card = Card.flush(
                "Dead letters",
                "Acknowledged events that the event store refused; kept for 30 days.",
                states(),
                replay,
                discard);
        if (rows.isEmpty()) {
            Div empty = States.empty(
                    open ? "No dead letters" : "None in this state",
                    open
                            ? "The event store has taken every event. Nothing to do."
                            : "Choose another state to see more.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        return card.with(grid, more(cursor));
    }

    private Component states() {
        Select<String> states = new Select<>();
        states.setItems("open", "replayed", "discarded", "all");
        states.setItemLabelGenerator(DeadLettersCard::capital);
        states.setValue(state);
        states.setAriaLabel("State");
        states.setWidth("140px");
        states.getElement().setAttribute("data-test", "letter-state");
        states.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Navigator.open(UI.getCurrent(), Paths.deadLetters(event.getValue()), visit.state());
            }
        });
        return states;
    }

    private void open(DeadLetter letter) {
        Navigator.open(UI.getCurrent(), Paths.deadLetter(state, letter.id()), visit.state());
    }

    private Collection<DeadLetter> chosen() {
        return grid.getSelectedItems().isEmpty() ? List.of() : grid.getSelectedItems();
    }

    private void label() {
        int chosen = chosen().size();
        replay.setText(chosen == 0 ? "Replay all" : "Replay " + Numbers.count(chosen));
        discard.setText(chosen == 0 ? "Discard all" : "Discard " + Numbers.count(chosen));
    }

    /** What is to be done, by model: the chosen letters, or all open ones of every model that has some here. */
    private List<DeadLetterChoice> choices() {
        Map<String, List<String>> byModel = new TreeMap<>();
        Collection<DeadLetter> chosen = chosen();
        for (DeadLetter letter : chosen.isEmpty() ? rows : chosen) {
            byModel.computeIfAbsent(letter.model(), ignored -> new ArrayList<>())
                    .add(letter.id());
        }
        return byModel.entrySet().stream()
                .map(entry -> new DeadLetterChoice(entry.getKey(), chosen.isEmpty() ? null : entry.getValue()))
                .toList();
    }

    private void replay() {
        List<DeadLetterChoice> choices = choices();
        loader.load(
                replay,
                visit.state().organization(),
                caller -> replay(caller, choices),
                this::say,
                failure -> say(failure.summary()));
    }

    private String replay(Caller caller, List<DeadLetterChoice> choices) {
        int replayed = 0;
        int refused = 0;
        String why = "";
        for (DeadLetterChoice choice : choices) {
            var result = ingestion.replay(caller, choice);
            replayed += result.replayed();
            refused += result.refusedCount();
            if (why.isEmpty() && !result.refused().isEmpty()) {
                var first = result.refused().getFirst();
                why = " The first: " + first.field() + " " + first.detail() + ".";
            }
        }
        String text = Numbers.count(replayed, "event", "events") + " accepted.";
        return refused == 0 ? text : text + " " + Numbers.count(refused) + " refused again." + why;
    }

    private void askToDiscard() {
        List<DeadLetterChoice> choices = choices();
        int chosen = chosen().size();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(
                chosen == 0
                        ? "Discard all open dead letters?"
                        : "Discard " + Numbers.count(chosen, "dead letter", "dead letters") + "?");
        dialog.setText("Their events will not be stored: they are missing from every chart of "
                + String.join(
                        ", ", choices.stream().map(DeadLetterChoice::model).toList())
                + ". The letters stay readable until they are 30 days old. The audit log keeps who did this.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Discard");
        dialog.setConfirmButtonTheme("error primary");
        dialog.getElement().setAttribute("data-test", "discard-dialog");
        dialog.addConfirmListener(event -> loader.load(
                discard,
                visit.state().organization(),
                caller -> choices.stream()
                        .mapToInt(choice -> ingestion.discard(caller, choice).discarded())
                        .sum(),
                count -> say(Numbers.count(count, "dead letter", "dead letters") + " discarded."),
                failure -> say(failure.summary())));
        dialog.open();
    }

    private void say(String text) {
        Notification.show(text, 8_000, Notification.Position.BOTTOM_START);
        reload.run();
    }

    private Component more(@Nullable String cursor) {
        return new LoadMore<>(
                loader,
                visit.state().organization(),
                PAGE_SIZE,
                cursor,
                (caller, next) -> ingestion.letters(caller, null, state, PAGE_SIZE, next),
                items -> {
                    rows.addAll(items);
                    grid.refresh();
                });
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
