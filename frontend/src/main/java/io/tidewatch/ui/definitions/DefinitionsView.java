package io.tidewatch.ui.definitions;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Explained;
import io.tidewatch.ui.shell.MainLayout;
import io.tidewatch.ui.shell.PageView;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;

/** All definitions; each number on the other pages links to its own. */
@PermitAll
@Uses(Explained.class)
@Route(value = "definitions", layout = MainLayout.class)
class DefinitionsView extends PageView {

    DefinitionsView() {
        title("Definitions");
        Span what = new Span("What the numbers mean and how they are computed.");
        what.addClassName("tw-quiet");
        Card card = Card.flush("All numbers", null);
        card.getElement().appendChild(new Element("tw-definitions"));
        add(new Div(new H1("Definitions"), what), card);
    }

    @Override
    protected void enter(Visit visit) {
        // The same for everyone, whatever the address says.
    }
}
