package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** The grey shape of what is about to come, so that the page does not jump when it does. */
public enum Skeleton {
    /** A line or two of text. */
    LINES(2, ""),
    /** A chart. */
    CHART(8, "tall"),
    /** A table. */
    TABLE(7, "tall");

    private final int bars;
    private final String variant;

    Skeleton(int bars, String variant) {
        this.bars = bars;
        this.variant = variant;
    }

    Component create() {
        Div shape = new Div();
        shape.addClassName("tw-skeleton");
        if (!variant.isEmpty()) {
            shape.addClassName(variant);
        }
        for (int i = 0; i < bars; i++) {
            shape.getElement().appendChild(new Element("i"));
        }
        Span word = new Span("Loading");
        word.getElement().setAttribute("class", "tw-hidden");
        shape.add(word);
        return shape;
    }
}
