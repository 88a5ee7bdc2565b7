package io.tidewatch.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.identity.Signed;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The frame around the pages of the administration: a menu of those that the person may open. */
@PermitAll
@ParentLayout(MainLayout.class)
public class AdminLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Loader loader;
    private final Callers callers;
    private final Nav tabs = new Nav();
    private final Div content = new Div();
    private Me.@Nullable Organization organization;

    /** An empty frame. */
    public AdminLayout(Loader loader, Callers callers) {
        this.loader = loader;
        this.callers = callers;
        addClassName("tw-page");
        tabs.addClassNames("tw-tabs");
        tabs.getElement().setAttribute("aria-label", "Administration").setAttribute("data-test", "admin-menu");
        add(tabs, content);
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
        PageState state = PageState.of(event.getLocation()).outsideModel();
        String path = event.getLocation().getPath();
        if (organization != null
                && (state.organization() == null || state.organization().equals(organization.key()))) {
            show(organization, state, path);
            return;
        }
        Signed signed = Signed.current();
        loader.load(
                this,
                state.organization(),
                caller -> callers.me(signed).organization(caller.organization()).orElseThrow(),
                read -> {
                    organization = read;
                    show(read, state, path);
                },
                failure -> tabs.removeAll());
    }

    private void show(Me.Organization of, PageState state, String path) {
        tabs.removeAll();
        for (AdminPage page : AdminPage.values()) {
            if (page.isFor(of)) {
                Anchor tab = new Anchor(Navigator.href(page.path(), state), page.label());
                tab.getElement()
                        .setAttribute("router-link", true)
                        .setAttribute(
                                "data-test",
                                "admin-" + page.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                if (path.equals(page.path()) || path.startsWith(page.path() + "/")) {
                    tab.getElement().setAttribute("aria-current", "page");
                }
                tabs.add(tab);
            }
        }
    }
}
