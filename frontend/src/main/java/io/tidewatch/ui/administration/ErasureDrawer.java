package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Erasure;
import io.tidewatch.ui.client.Retentions;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Drawer;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.Visit;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps of one erasure, and the rows of every table before and after as its proof. */
final class ErasureDrawer extends Drawer {

    private final Loader loader;
    private final Retentions retentions;

    ErasureDrawer(Loader loader, Retentions retentions) {
        super("Erasure", "An erasure", "erasure-drawer");
        this.loader = loader;
        this.retentions = retentions;
    }

    void open(Erasure erasure, Visit visit, Runnable reload) {
        DescriptionList facts = new DescriptionList();
        fact(facts, "What", new Span(erasure.kind().equals("entity") ? "an entity" : "the organization"));
        fact(facts, "Status", new Span(erasure.status()));
        fact(facts, "Hash", mono(erasure.subjectHash()));
        fact(facts, "Erasure", mono(erasure.id()));
        show(facts, new H3("Steps"), steps(erasure));
        append(new H3("Proof"), proof(erasure));
        Div buttons = new Div();
        buttons.addClassName("tw-row");
        buttons.getStyle().set("margin-block-start", "16px");
        if (erasure.isUnderWay()) {
            Button look = new Button("Look again", new Icon("retry"), event -> reload.run());
            look.getElement().setAttribute("data-test", "erasure-look");
            buttons.add(look);
        }
        if (erasure.status().equals("requested") && erasure.kind().equals("organization")) {
            Button cancel = new Button("Cancel the erasure", event -> cancel(erasure, visit, reload));
            cancel.getElement().setAttribute("data-test", "erasure-cancel");
            buttons.add(cancel);
        }
        append(buttons);
    }

    private static Component steps(Erasure erasure) {
        DescriptionList steps = new DescriptionList();
        step(steps, "Asked for", erasure.requestedAt(), "");
        if (erasure.status().equals("cancelled")) {
            fact(steps, "Cancelled", new Span("nothing was removed"));
            return steps;
        }
        step(steps, "Begins", erasure.dueAt(), "");
        step(steps, "Senders are refused", erasure.erasedBefore(), "waits");
        step(steps, "Counted last", erasure.verifiedAt(), "waits");
        step(steps, "Finished, nothing left", erasure.finishedAt(), "waits for all tables and the log");
        return steps;
    }

    private static void step(DescriptionList steps, String name, @Nullable Instant at, String otherwise) {
        fact(steps, name, at == null ? new Span(otherwise) : Time.at(at));
    }

    private static Component proof(Erasure erasure) {
        Map<String, Long> before = erasure.rowsBefore() == null ? Map.of() : erasure.rowsBefore();
        Map<String, Long> after = erasure.rowsAfter() == null ? Map.of() : erasure.rowsAfter();
        TreeSet<String> tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        if (tables.isEmpty()) {
            Span none = new Span("Rows are counted when it has begun.");
            none.addClassName("tw-quiet");
            return none;
        }
        Table table = new Table("erasure-rows").column("Table").number("Before").number("After");
        for (String name : tables) {
            table.row(name, new Span(name), count(before.get(name)), count(after.get(name)));
        }
        return table;
    }

    private static Component count(@Nullable Long rows) {
        return new Span(rows == null ? Numbers.NONE : Numbers.count(rows));
    }

    private void cancel(Erasure erasure, Visit visit, Runnable reload) {
        loader.load(
                this,
                visit.state().organization(),
                caller -> retentions.cancel(caller, erasure.id()),
                cancelled -> {
                    Ask.say("Cancelled. Nothing was removed.");
                    reload.run();
                },
                failure -> Ask.say(failure.summary()));
    }
}
