package io.tidewatch.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.tidewatch.ui.navigation.PageState;
import java.time.Clock;

/** A page. It is entered again, in place, whenever its address changes, for example with another time range. */
public abstract class PageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private String title = "Tidewatch";

    /** An empty page. */
    protected PageView() {
        addClassName("tw-page");
    }

    /** Starts loading what the address asks for. Must not call the backend itself. */
    protected abstract void enter(Visit visit);

    /** The browser's title, such as "Drift · Flight delay". */
    protected final void title(String text) {
        title = text + " · Tidewatch";
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        PageState state = PageState.of(event.getLocation());
        enter(new Visit(state, state.range().resolve(Clock.systemUTC()), event.getRouteParameters()));
    }

    @Override
    public final String getPageTitle() {
        return title;
    }
}
