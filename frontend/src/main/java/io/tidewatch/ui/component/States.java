package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;

/** The states of a place that has no content to show. */
public final class States {

    private States() {}

    /** What failed, why, how to find it in the logs, and a way to try again. */
    public static Component failed(String what, Failure failure, Runnable retry) {
        Button again = new Button("Try again", new Icon("retry"), event -> retry.run());
        again.addThemeVariants(ButtonVariant.SMALL);
        again.getElement().setAttribute("data-test", "retry");
        Div state = state("error", new H2("Could not load " + what), sentence(failure.summary()));
        if (failure.traceId() != null) {
            Span trace = new Span("Trace " + failure.traceId());
            trace.addClassNames("tw-mono", "tw-quiet");
            trace.getElement().setAttribute("data-test", "trace-id");
            state.add(trace);
        }
        state.add(again);
        state.getElement().setAttribute("role", "alert");
        return state;
    }

    /** One page for what is missing and for what is not this person's, so that nobody can tell them apart. */
    public static Component notHere() {
        Div state = state(
                "not-here",
                new H1("Not here, or not yours"),
                "There is nothing at this address, or it belongs to a team or organization you are not part of. "
                        + "If a colleague sent you the link, ask them to share the model with your team.");
        state.addClassName("page");
        return state;
    }

    /** A page that is here, but for others. */
    public static Component noPermission(String forWhom) {
        Div state = state(
                "no-permission",
                new H2("This page is for " + forWhom),
                "You may look at other pages of the administration. Ask an organization admin if you need this one.");
        state.addClassName("page");
        return state;
    }

    /** A model without a baseline cannot drift: where to pin one. */
    static Component noBaseline(UI ui) {
        Div state = empty(
                "Nothing to compare with yet",
                "Pin a baseline from a time range in which you trust the model's inputs.");
        Location location = ui.getInternals().getActiveViewLocation();
        if (location.getSegments().size() > 1) {
            String settings = Paths.model(location.getSegments().get(1), "settings");
            Anchor link = new Anchor(Navigator.href(settings, PageState.of(location)), "Baselines in settings");
            link.getElement().setAttribute("router-link", true);
            state.add(link);
        }
        return state;
    }

    /** Nothing yet, and what to do about it. */
    public static Div empty(String title, String whatToDo) {
        return state("empty", new H2(title), whatToDo);
    }

    /** A piece of code to copy. */
    public static Component code(String text) {
        Pre code = new Pre(text);
        code.addClassName("tw-code");
        code.getElement().setAttribute("tabindex", "0").setAttribute("data-test", "snippet");
        return code;
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") ? text : text + ".";
    }

    private static Div state(String kind, Component title, String text) {
        Div state = new Div(title);
        state.addClassName("tw-state");
        state.getElement().setAttribute("data-test", "state-" + kind);
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("tw-quiet");
        state.add(paragraph);
        return state;
    }
}
