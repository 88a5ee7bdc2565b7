package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One health check of a form: whether it is on, its limit as a sentence with fields, and why it is suggested. */
final class CheckBlock extends Div {

    private final Checkbox on;
    private final Div limit = new Div();
    private final Span reason = new Span();

    /** A check of this name. */
    CheckBlock(String title, String testId) {
        on = new Checkbox(title);
        on.getElement().setAttribute("data-test", testId + "-on");
        on.addValueChangeListener(event -> limit.setEnabled(event.getValue()));
        limit.addClassName("tw-check-limit");
        reason.addClassNames("tw-quiet", "tw-small", "tw-check-reason");
        reason.getElement().setAttribute("data-test", testId + "-reason");
        Div head = new Div(on, limit);
        head.addClassName("tw-check-head");
        addClassName("tw-check");
        getElement().setAttribute("data-test", testId);
        add(head, reason);
    }

    /** Words and fields that say the limit. */
    CheckBlock limit(Component... parts) {
        limit.add(parts);
        return this;
    }

    /** What is below, such as a list of features. */
    CheckBlock detail(Component content) {
        add(content);
        return this;
    }

    void reason(String text) {
        reason.setText(text);
    }

    boolean isOn() {
        return on.getValue();
    }

    void set(boolean enabled) {
        on.setValue(enabled);
        limit.setEnabled(enabled);
    }

    void readOnly() {
        on.setReadOnly(true);
    }
}
