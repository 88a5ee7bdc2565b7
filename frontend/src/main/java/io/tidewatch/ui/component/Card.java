package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A titled surface of a page. */
public final class Card extends Section {

    private Card(@Nullable String title, @Nullable String subtitle, boolean flush, Component[] actions) {
        addClassName("tw-card");
        if (flush) {
            addClassName("flush");
        }
        if (title != null) {
            Div titles = new Div(new H2(title));
            titles.addClassName("tw-titles");
            if (subtitle != null) {
                Span line = new Span(subtitle);
                line.addClassNames("tw-quiet", "tw-small");
                titles.add(line);
            }
            Div head = new Div(titles);
            head.add(actions);
            head.addClassName("tw-card-head");
            add(head);
        }
    }

    /** A surface with a title. */
    public static Card titled(String title, @Nullable String subtitle, Component... actions) {
        return new Card(title, subtitle, false, actions);
    }

    /** A surface with a title whose content, a table or list, reaches its edges. */
    public static Card flush(String title, @Nullable String subtitle, Component... actions) {
        return new Card(title, subtitle, true, actions);
    }

    /** A surface around content that has its own title, such as a chart. */
    public static Card around(Component content) {
        Card card = new Card(null, null, false, new Component[0]);
        card.add(content);
        return card;
    }

    /** Adds content. */
    public Card with(Component... content) {
        add(content);
        return this;
    }

    /** How many of the page's twelve columns it takes. */
    public Card span(int columns) {
        addClassName("tw-span-" + columns);
        return this;
    }
}
