package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.DeadLetter;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.component.Drawer;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Time;

/** One dead letter with its payload, at the side of the page. Escape closes it. */
final class DeadLetterDrawer extends Drawer {

    DeadLetterDrawer() {
        super("Dead letter", "A dead letter", "letter-drawer");
    }

    /** Says why a letter named by the address is not shown. */
    void refuse(String id, Failure failure) {
        show(States.empty(
                "Letter " + id + " is not here",
                failure instanceof Failure.NotHere
                        ? "It is older than 30 days, or of a model that you may not change."
                        : failure.summary()));
    }

    void open(DeadLetter letter) {
        DescriptionList facts = new DescriptionList();
        fact(facts, "Reason", new Span(letter.reason()));
        fact(facts, "Detail", new Span(letter.detail().isEmpty() ? Numbers.NONE : letter.detail()));
        fact(facts, "Model", new Span(letter.model()));
        fact(facts, "Event", new Span(letter.kind()));
        fact(facts, "Received", Time.at(letter.receivedAt()));
        fact(facts, "State", new Span(letter.state()));
        if (letter.resolvedAt() != null) {
            fact(facts, "Since", Time.at(letter.resolvedAt()));
        }
        fact(facts, "Letter", mono(letter.id()));
        show(facts, new H3("Payload"));
        if (letter.payloadCut()) {
            Paragraph cut = new Paragraph("The beginning of " + Numbers.count(letter.payloadBytes()) + " bytes.");
            cut.addClassNames("tw-quiet", "tw-small");
            append(cut);
        }
        Component code = States.code(letter.payload() == null ? "" : letter.payload());
        code.getElement().setAttribute("data-test", "payload").getStyle().set("white-space", "pre-wrap");
        append(code);
    }
}
