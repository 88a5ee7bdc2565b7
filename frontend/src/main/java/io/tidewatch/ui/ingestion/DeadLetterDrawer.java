package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.DeadLetter;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Time;

/** One dead letter with its payload, at the side of the page. Escape closes it. */
final class DeadLetterDrawer extends Aside {

    private final Div content = new Div();

    DeadLetterDrawer() {
        addClassName("tw-drawer");
        getElement().setAttribute("aria-label", "A dead letter").setAttribute("data-test", "letter-drawer");
        NativeButton close = new NativeButton("", event -> close());
        close.add(new Icon("close"));
        close.setAriaLabel("Close");
        close.addClassName("tw-bar-button");
        close.getElement().setAttribute("type", "button").setAttribute("data-test", "drawer-close");
        Div head = new Div(new H2("Dead letter"), close);
        head.addClassName("tw-drawer-head");
        add(head, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE, new KeyModifier[0]);
    }

    void close() {
        setVisible(false);
    }

    /** Says why a letter named by the address is not shown. */
    void refuse(String id, Failure failure) {
        content.removeAll();
        content.add(States.empty(
                "Letter " + id + " is not here",
                failure instanceof Failure.NotHere
                        ? "It is older than 30 days, or of a model that you may not change."
                        : failure.summary()));
        setVisible(true);
    }

    void open(DeadLetter letter) {
        content.removeAll();
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
        content.add(facts, new H3("Payload"));
        if (letter.payloadCut()) {
            Paragraph cut = new Paragraph("The beginning of " + Numbers.count(letter.payloadBytes()) + " bytes.");
            cut.addClassNames("tw-quiet", "tw-small");
            content.add(cut);
        }
        Component code = States.code(letter.payload() == null ? "" : letter.payload());
        code.getElement().setAttribute("data-test", "payload").getStyle().set("white-space", "pre-wrap");
        content.add(code);
        setVisible(true);
    }

    private static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("tw-mono");
        return span;
    }
}
