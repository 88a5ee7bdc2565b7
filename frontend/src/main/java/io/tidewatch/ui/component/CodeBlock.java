package io.tidewatch.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** Code to copy, with a button that does so. */
public final class CodeBlock extends Div {

    private final Pre code = new Pre();
    private final Button copy = new Button("Copy", new Icon("copy"), event -> copy());

    /** An empty block; {@code testId} names the code for tests. */
    public CodeBlock(String testId) {
        addClassName("tw-codeblock");
        code.addClassName("tw-code");
        code.getElement().setAttribute("tabindex", "0").setAttribute("data-test", testId);
        copy.addThemeVariants(ButtonVariant.SMALL);
        copy.getElement().setAttribute("data-test", testId + "-copy");
        add(copy, code);
    }

    /** Shows this code. */
    public void show(String text) {
        if (!text.equals(code.getText())) {
            code.setText(text);
            copy.setText("Copy");
        }
    }

    private void copy() {
        getElement()
                .executeJs("return window.tidewatch.copy($0)", code.getText())
                .then(Boolean.class, done -> copy.setText(done ? "Copied" : "Select and copy it by hand"));
    }
}
