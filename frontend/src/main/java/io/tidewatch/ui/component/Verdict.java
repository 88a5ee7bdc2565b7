package io.tidewatch.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The first thing on a page: the status and what it means, as a sentence. */
public final class Verdict extends Div {

    /** A verdict with its sentence and, smaller, where it comes from. */
    public Verdict(Status status, String sentence, @Nullable String basis) {
        addClassName("tw-verdict");
        getElement()
                .setAttribute("data-status", status.code())
                .setAttribute("data-test", "verdict")
                .setAttribute("role", "status");
        Span text = new Span(sentence);
        text.addClassName("tw-sentence");
        Div titles = new Div(text);
        titles.addClassName("tw-titles");
        if (basis != null) {
            Span line = new Span(basis);
            line.addClassNames("tw-quiet", "tw-small");
            titles.add(line);
        }
        add(new StatusBadge(status).pill(), titles);
    }
}
