package io.tidewatch.ui.shell;

import com.vaadin.flow.router.RouteParameters;
import io.tidewatch.ui.client.Scope;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Window;

/**
 * One arrival at a page: what its address says, with the time range resolved once, so that all parts of the page show the
 * same window.
 */
public record Visit(PageState state, Window window, RouteParameters parameters) {

    /** The part of the predictions the page is about. */
    public Scope scope() {
        return state.scope(window);
    }

    /** The model named by the path. */
    public String model() {
        return parameters.get("model").orElseThrow();
    }
}
