package io.tidewatch.ui.navigation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.UnaryOperator;

/** Changes the address of the page a person is on. */
public final class Navigator {

    private Navigator() {}

    /** The state of the page that is open. */
    public static PageState current(UI ui) {
        return PageState.of(ui.getInternals().getActiveViewLocation());
    }

    /** Stays on the page and changes its state, such as the time range. */
    public static void change(UI ui, UnaryOperator<PageState> change) {
        Location location = ui.getInternals().getActiveViewLocation();
        ui.navigate(location.getPath(), change.apply(PageState.of(location)).query());
    }

    /** Opens another page with this state. */
    public static void open(UI ui, String path, PageState state) {
        ui.navigate(path, state.query());
    }

    /** The address of a page with this state, for links. */
    public static String href(String path, PageState state) {
        QueryParameters query = state.query();
        String text = query.getQueryString();
        return text.isEmpty() ? path : path + "?" + text;
    }
}
