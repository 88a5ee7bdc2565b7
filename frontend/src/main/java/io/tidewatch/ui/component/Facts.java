package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of labelled figures. */
public final class Facts extends Div {

    /** An empty row. */
    public Facts() {
        addClassName("tw-facts");
    }

    /** In the size of text, for what is looked up rather than watched. */
    public Facts small() {
        addClassName("small");
        return this;
    }

    /** In columns, for a narrow card. */
    public Facts columns() {
        addClassName("columns");
        return this;
    }

    /** Adds a figure. */
    public Facts with(String label, String testId, Component value) {
        Span name = new Span(label);
        Div figure = new Div(value);
        figure.addClassName("tw-value");
        figure.getElement().setAttribute("data-test", testId);
        Div fact = new Div(name, figure);
        fact.addClassName("tw-fact");
        add(fact);
        return this;
    }
}
