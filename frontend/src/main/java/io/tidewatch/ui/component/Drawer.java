package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** The details of one thing, at the side of the page. Closed at first; Escape closes it. */
public class Drawer extends Aside {

    private final Div content = new Div();

    /**
     * A closed drawer.
     *
     * @param label what it holds, for screen readers
     */
    protected Drawer(String title, String label, String testId) {
        addClassName("tw-drawer");
        getElement().setAttribute("aria-label", label).setAttribute("data-test", testId);
        NativeButton close = new NativeButton("", event -> close());
        close.add(new Icon("close"));
        close.setAriaLabel("Close");
        close.addClassName("tw-bar-button");
        close.getElement().setAttribute("type", "button").setAttribute("data-test", "drawer-close");
        Div head = new Div(new H2(title), close);
        head.addClassName("tw-drawer-head");
        add(head, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE, new KeyModifier[0]);
    }

    /** Hides it. */
    public final void close() {
        setVisible(false);
    }

    /** Opens it with this content alone. */
    protected final void show(Component... parts) {
        content.removeAll();
        content.add(parts);
        setVisible(true);
    }

    /** Adds to what is shown. */
    protected final void append(Component... parts) {
        content.add(parts);
    }

    /** Adds a line to a list of facts. */
    protected static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    /** An id, in letters of equal width. */
    protected static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("tw-mono");
        return span;
    }
}
