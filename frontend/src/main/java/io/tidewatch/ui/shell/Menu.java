package io.tidewatch.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.tidewatch.ui.component.Icon;

/** A button of the top bar that opens a small panel of choices. */
final class Menu extends Div {

    private final NativeButton button = new NativeButton();
    private final Span text = new Span();
    private final Div content = new Div();
    private final Popover popover = new Popover();

    Menu(String testId, String label, Component... before) {
        button.addClassName("tw-bar-button");
        button.add(before);
        button.add(text, new Icon("down"));
        button.getElement().setAttribute("type", "button").setAttribute("data-test", testId);
        button.setAriaLabel(label);
        content.addClassName("tw-menu");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(label);
        popover.add(content);
        add(button, popover);
    }

    Menu framed() {
        button.addClassName("framed");
        return this;
    }

    Menu alignEnd() {
        popover.setPosition(PopoverPosition.BOTTOM_END);
        return this;
    }

    void label(String value) {
        text.setText(value);
        text.setTitle(value);
    }

    void clear() {
        content.removeAll();
    }

    void heading(String heading) {
        content.add(new H2(heading));
    }

    void choice(String label, boolean chosen, String testId, Runnable action) {
        NativeButton choice = new NativeButton(label, event -> {
            popover.close();
            action.run();
        });
        choice.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-test", testId)
                .setAttribute("aria-pressed", Boolean.toString(chosen));
        content.add(choice);
    }

    void addContent(Component... components) {
        content.add(components);
    }

    void close() {
        popover.close();
    }
}
