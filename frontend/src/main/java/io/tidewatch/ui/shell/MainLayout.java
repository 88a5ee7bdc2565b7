package io.tidewatch.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.navigation.PageState;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The frame around every page. */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Loader loader;
    private final Callers callers;
    private final Rail rail = new Rail();
    private final WhereMenu where = new WhereMenu();
    private final RangeMenu range = new RangeMenu();
    private final PersonMenu person;
    private final Div content = new Div();

    /** The frame for the person who is signed in. */
    public MainLayout(Loader loader, Callers callers, Models models) {
        this.loader = loader;
        this.callers = callers;
        this.person = new PersonMenu(Signed.current().getName());
        addClassName("tw-shell");

        Anchor skip = new Anchor("#content", "Skip to content");
        skip.addClassName("tw-skip");
        skip.getElement().setAttribute("router-ignore", true);

        Span grow = new Span();
        grow.addClassName("tw-grow");
        Header bar = new Header(where, grow, new ModelSearch(loader, models), range, person);
        bar.addClassName("tw-bar");

        content.addClassName("tw-content");
        Main main = new Main(content);
        main.addClassName("tw-main");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, rail, bar, main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement page) {
        if (page != null) {
            content.getElement().appendChild(page.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState state = PageState.of(event.getLocation());
        rail.show(state, event.getLocation().getPath());
        range.show(state.range());
        Signed signed = Signed.current();
        loader.load(
                this,
                null,
                caller -> callers.me(signed),
                me -> showPerson(me, signed, state),
                failure -> where.setVisible(false));
    }

    private void showPerson(Me me, Signed signed, PageState state) {
        String organization =
                state.organization() != null ? state.organization() : callers.lastOrganization(signed, me);
        where.show(me, organization, state);
        person.show(me);
    }
}
