package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.AuditEntry;
import io.tidewatch.ui.component.Drawer;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry with what it was before and after. */
final class AuditDrawer extends Drawer {

    AuditDrawer() {
        super("Entry", "An audit entry", "audit-drawer");
    }

    void open(AuditEntry entry) {
        DescriptionList facts = new DescriptionList();
        fact(facts, "What", new Span(entry.action()));
        fact(facts, "Which", mono(entry.resourceType() + " " + entry.resourceId()));
        fact(facts, "Who", new Span(entry.actor().name() + " (" + entry.actor().kind() + ")"));
        fact(facts, "Id", mono(entry.actor().id()));
        fact(facts, "When", Time.at(entry.at()));
        fact(facts, "From", new Span(or(entry.remoteAddress())));
        fact(facts, "Program", new Span(or(entry.userAgent())));
        fact(facts, "Trace", mono(or(entry.traceId())));
        fact(facts, "Entry", new Span(Numbers.count(entry.sequence())));
        fact(facts, "Hash", mono(entry.hash()));
        show(facts, new H3("Change"), diff(entry));
    }

    private static Component diff(AuditEntry entry) {
        List<AuditDiff.Line> lines = AuditDiff.of(entry.before(), entry.after());
        if (lines.isEmpty()) {
            Span none = new Span("Nothing that the entry holds differs.");
            none.addClassName("tw-quiet");
            return none;
        }
        Table table = new Table("diff").column("Field").column("Before").column("After");
        for (AuditDiff.Line line : lines) {
            table.row(line.field(), new Span(line.field()), value(line.before()), value(line.after()));
        }
        return table;
    }

    private static Component value(@Nullable String text) {
        Span value = new Span(or(text));
        value.getStyle().set("overflow-wrap", "anywhere");
        return value;
    }

    private static String or(@Nullable String text) {
        return text == null || text.isEmpty() ? Numbers.NONE : text;
    }
}
