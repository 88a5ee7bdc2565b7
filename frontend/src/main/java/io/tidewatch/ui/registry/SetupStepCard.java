package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.component.Icon;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a setup: its title, its state, and what to do. A step that is done folds up; it can be opened again. */
final class SetupStepCard extends Section {

    private static final Map<String, String> STATES =
            Map.of("done", "Done", "open", "To do", "waiting", "Later", "skipped", "Left out for now");

    private final Span mark = new Span();
    private final Span summary = new Span();
    private final Span state = new Span();
    private final Button toggle = new Button("", event -> toggle());
    private final Button skip = new Button();
    private final Div body = new Div();
    private final int number;
    private @Nullable String shownState;
    private boolean open;

    /**
     * A step without content.
     *
     * @param onSkip leaves the step out, or takes it up again
     */
    SetupStepCard(int number, String step, String title, Runnable onSkip) {
        this.number = number;
        addClassNames("tw-card", "tw-step");
        mark.addClassName("tw-step-mark");
        summary.addClassNames("tw-quiet", "tw-small");
        summary.getElement()
                .setAttribute("data-test", "step-" + step + "-summary")
                .setAttribute("aria-live", "polite");
        state.addClassName("tw-tag");
        Div titles = new Div(new H2(title), summary);
        titles.addClassName("tw-titles");
        toggle.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        toggle.getElement().setAttribute("data-test", "step-" + step + "-toggle");
        skip.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        skip.setVisible(false);
        skip.addClickListener(event -> onSkip.run());
        skip.getElement().setAttribute("data-test", "step-" + step + "-skip");
        Div head = new Div(mark, titles, state, skip, toggle);
        head.addClassName("tw-step-head");
        body.addClassName("tw-step-body");
        add(head, body);
        getElement().setAttribute("data-test", "step-" + step).setAttribute("aria-label", title);
    }

    /** Sets what the step is made of. */
    void content(Component... content) {
        body.removeAll();
        body.add(content);
    }

    /**
     * Shows the state of the step and one line about it.
     *
     * @param mayChange true if the person may skip it, or take it up
     */
    void update(String newState, String line, boolean mayChange) {
        summary.setText(line);
        skip.setVisible(mayChange && ("open".equals(newState) || "skipped".equals(newState)));
        skip.setText("skipped".equals(newState) ? "Take it up" : "Leave it out for now");
        if (!newState.equals(shownState)) {
            boolean first = shownState == null;
            shownState = newState;
            state.setText(STATES.getOrDefault(newState, newState));
            getElement().setAttribute("data-state", newState);
            mark.removeAll();
            mark.add("done".equals(newState) ? new Icon("check") : new Span(Integer.toString(number)));
            // A step that gets done stays open under the hands of whoever does it: a key is shown only once.
            if (first || "open".equals(newState) || "skipped".equals(newState)) {
                open("open".equals(newState));
            }
        }
    }

    boolean isSkipped() {
        return "skipped".equals(shownState);
    }

    private void toggle() {
        open(!open);
    }

    private void open(boolean show) {
        open = show;
        body.setVisible(show);
        toggle.setText(show ? "Fold up" : "Show");
        toggle.getElement().setAttribute("aria-expanded", Boolean.toString(show));
    }
}
