package io.tidewatch.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.ApiKeys.Created;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Time;

/** A whole API key, this one time. Closes by its button only, so that no stray click loses the secret. */
final class SecretDialog extends Dialog {

    SecretDialog(Created created) {
        setHeaderTitle("The secret of " + created.name());
        setWidth("min(600px, 94vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("data-test", "secret-dialog");
        Paragraph words = new Paragraph(
                "Copy it now and keep it where the service reads it. It is shown this one time and stored nowhere.");
        words.getStyle().set("margin-block-start", "0");
        Pre key = new Pre(created.key());
        key.addClassName("tw-code");
        key.getStyle().set("white-space", "pre-wrap").set("overflow-wrap", "anywhere");
        key.getElement().setAttribute("tabindex", "0").setAttribute("data-test", "secret");
        Button copy = new Button("Copy", new Icon("copy"));
        copy.getElement().setAttribute("data-test", "copy-secret");
        copy.addClickListener(event -> {
            UI.getCurrent().getPage().executeJs("window.tidewatch.copy($0)", created.key());
            copy.setText("Copied");
        });
        add(words, key);
        if (created.previousSecretUntil() != null) {
            Div until = new Div(new Span("The old secret works until "), Time.at(created.previousSecretUntil()));
            until.addClassName("tw-quiet");
            until.getStyle().set("margin-block-start", "12px");
            add(until);
        }
        Button done = new Button("I have it", event -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.getElement().setAttribute("data-test", "secret-done");
        getFooter().add(copy, done);
    }
}
