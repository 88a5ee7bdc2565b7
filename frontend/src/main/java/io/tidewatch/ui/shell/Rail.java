package io.tidewatch.ui.shell;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;

/** The left rail: the product's areas. */
final class Rail extends Nav {

    private static final String MARK = """
            <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true">
            <path d="M3 12c4.3 0 4.3-5 8.7-5s4.3 5 8.6 5S24.7 7 29 7"/>
            <path d="M3 19c4.3 0 4.3-5 8.7-5s4.3 5 8.6 5 4.4-5 8.7-5" opacity=".7"/>
            <path d="M3 26c4.3 0 4.3-5 8.7-5s4.3 5 8.6 5 4.4-5 8.7-5" opacity=".4"/></svg>
            """;

    private final Anchor brand = new Anchor();
    private final Anchor start = entry("home", "Start", "rail-start");
    private final Anchor models = entry("models", "Models", "rail-models");
    private final Anchor administration = entry("admin", "Administration", "rail-administration");

    Rail() {
        addClassName("tw-rail");
        getElement().setAttribute("aria-label", "Areas");
        Span word = new Span("Tidewatch");
        word.addClassName("tw-word");
        brand.add(new Html(MARK), word);
        brand.addClassName("tw-brand");
        brand.getElement().setAttribute("router-link", true).setAttribute("aria-label", "Tidewatch, start page");
        add(brand, start, models, administration);
    }

    /** Carries the state of the open page on, and marks its area. */
    void show(PageState state, String path) {
        PageState outside = state.outsideModel();
        brand.setHref(href(Paths.START, outside));
        start.setHref(href(Paths.START, outside));
        models.setHref(href(Paths.MODELS, outside));
        administration.setHref(href(Paths.ADMIN, outside));
        mark(start, path.isEmpty());
        mark(models, path.equals(Paths.MODELS) || path.startsWith(Paths.MODELS + "/"));
        mark(administration, path.equals(Paths.ADMIN) || path.startsWith(Paths.ADMIN + "/"));
    }

    private static String href(String path, PageState state) {
        String href = Navigator.href(path, state);
        return href.isEmpty() || href.startsWith("?") ? "./" + href : href;
    }

    private static void mark(Anchor entry, boolean current) {
        if (current) {
            entry.getElement().setAttribute("aria-current", "page");
        } else {
            entry.getElement().removeAttribute("aria-current");
        }
    }

    private static Anchor entry(String icon, String label, String testId) {
        Span word = new Span(label);
        word.addClassName("tw-word");
        Anchor entry = new Anchor();
        entry.add(new Icon(icon), word);
        entry.addClassName("tw-entry");
        entry.setTitle(label);
        entry.getElement().setAttribute("router-link", true).setAttribute("data-test", testId);
        return entry;
    }
}
