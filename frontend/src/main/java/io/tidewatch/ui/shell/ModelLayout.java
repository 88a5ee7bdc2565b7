package io.tidewatch.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frame around a model's pages: its name, which part of it is looked at, and its tabs. */
@PermitAll
@ParentLayout(MainLayout.class)
public class ModelLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final Map<String, String> TABS = new LinkedHashMap<>();

    static {
        TABS.put("", "Overview");
        TABS.put("drift", "Drift");
        TABS.put("performance", "Performance");
        TABS.put("versions", "Versions");
        TABS.put("runs", "Runs");
        TABS.put("events", "Events");
        TABS.put("setup", "Setup");
        TABS.put("settings", "Settings");
    }

    private final Loader loader;
    private final Models models;
    private final Anchor all = new Anchor("", "Models");
    private final H1 name = new H1();
    private final Span facts = new Span();
    private final ModelFilters filters = new ModelFilters();
    private final Nav tabs = new Nav();
    private final Div header = new Div();
    private final Div content = new Div();
    private final Div notHere = new Div();
    private @Nullable String shown;
    private Loader.@Nullable Ticket ticket;

    /** An empty frame. */
    public ModelLayout(Loader loader, Models models) {
        this.loader = loader;
        this.models = models;
        addClassName("tw-page");
        all.getElement().setAttribute("router-link", true);
        Div crumbs = new Div(all, new Icon("right"));
        crumbs.addClassName("tw-crumbs");
        name.getElement().setAttribute("data-test", "model-name");
        facts.addClassNames("tw-quiet", "tw-small");
        Div titles = new Div(crumbs, name, facts);
        titles.addClassName("tw-titles");
        header.add(titles, filters);
        header.addClassName("tw-head");
        tabs.addClassName("tw-tabs");
        tabs.getElement().setAttribute("aria-label", "Pages of this model");
        notHere.add(States.notHere());
        notHere.setVisible(false);
        add(header, tabs, content, notHere);
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
        String model = event.getRouteParameters().get("model").orElse("");
        all.setHref(Navigator.href(Paths.MODELS, state.outsideModel()));
        showTabs(model, state, event.getLocation().getSegments());
        filters.show(state);
        String identity = state.organization() + "/" + model;
        if (!identity.equals(shown)) {
            shown = identity;
            load(model, state);
        }
    }

    private void load(String model, PageState state) {
        if (ticket != null) {
            ticket.cancel();
        }
        name.setText(model);
        facts.setText("");
        presence(true);
        ticket = loader.load(
                this,
                state.organization(),
                caller -> new Loaded(models.get(caller, model), models.versions(caller, model)),
                this::show,
                this::fail);
    }

    private void show(Loaded loaded) {
        Model model = loaded.model();
        name.setText(model.name());
        facts.setText(model.key() + " · " + model.team().name()
                + (model.access().edit() ? "" : " · you may look, not change"));
        filters.versions(loaded.versions().stream().map(ModelVersion::version).toList());
    }

    /** The pages load on their own and say what failed; here only the frame of a model that is not there goes away. */
    private void fail(Failure failure) {
        if (failure instanceof Failure.NotHere) {
            presence(false);
        } else {
            facts.setText(failure.summary());
            shown = null;
        }
    }

    private void presence(boolean here) {
        List.<HasStyle>of(header, tabs, content).forEach(part -> part.setClassName("tw-gone", !here));
        notHere.setVisible(!here);
    }

    private void showTabs(String model, PageState state, List<String> segments) {
        String open = segments.size() > 2 ? segments.get(2) : "";
        tabs.removeAll();
        TABS.forEach((page, label) -> {
            Anchor tab = new Anchor(Navigator.href(Paths.model(model, page), state), label);
            tab.getElement()
                    .setAttribute("router-link", true)
                    .setAttribute("data-test", "tab-" + label.toLowerCase(java.util.Locale.ROOT));
            if (page.equals(open)) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        });
    }

    private record Loaded(Model model, List<ModelVersion> versions) {}
}
