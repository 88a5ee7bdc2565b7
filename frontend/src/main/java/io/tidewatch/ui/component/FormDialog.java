package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A few fields and a button. The backend decides what is valid; what it refuses is shown at the field. */
public class FormDialog extends Dialog {

    private final String testId;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Div form = new Div();
    private final Paragraph problem = new Paragraph();
    private final Button submit;

    /** A dialog without fields. */
    public FormDialog(String title, String action, String testId) {
        this.testId = testId;
        setHeaderTitle(title);
        setWidth("min(480px, 94vw)");
        getElement().setAttribute("data-test", testId + "-dialog");
        problem.getStyle().set("color", "var(--tw-status-critical)").set("margin", "0");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", testId + "-problem");
        form.getStyle().set("display", "grid").set("gap", "12px");
        add(form, problem);
        submit = new Button(action);
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.getElement().setAttribute("data-test", testId + "-submit");
        getFooter().add(new Button("Cancel", event -> close()), submit);
    }

    /** Adds words above the fields that follow. */
    public final FormDialog text(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("tw-quiet");
        paragraph.getStyle().set("margin", "0");
        form.add(paragraph);
        return this;
    }

    /** Adds a field by the name that the backend refuses it with. */
    public final <F extends Component & HasValidation> FormDialog field(String name, F field) {
        fields.put(name, field);
        return part(name, field);
    }

    /** Adds something that the backend does not refuse. */
    public final FormDialog part(String name, Component part) {
        part.getElement().setAttribute("data-test", testId + "-" + name);
        form.add(part);
        return this;
    }

    /** Says what the button does: {@code call} is made when it is pressed, from what the fields hold then. */
    public final <T> FormDialog onSubmit(
            Loader loader, @Nullable String organization, Supplier<Loader.Call<T>> call, Consumer<T> done) {
        submit.addClickListener(event -> {
            problem.setText("");
            fields.values().forEach(field -> field.setInvalid(false));
            loader.load(
                    this,
                    organization,
                    call.get(),
                    value -> {
                        close();
                        done.accept(value);
                    },
                    this::refuse);
        });
        return this;
    }

    /** Whether the button can be pressed, for what is to be confirmed first. */
    public final void allow(boolean allowed) {
        submit.setEnabled(allowed);
    }

    private void refuse(Failure failure) {
        submit.setEnabled(true);
        if (failure instanceof Failure.Invalid invalid && !invalid.violations().isEmpty()) {
            invalid.violations().forEach(this::show);
        } else {
            problem.setText(failure.summary());
        }
    }

    private void show(Violation violation) {
        HasValidation field = fields.get(violation.field());
        if (field == null) {
            problem.setText(violation.field() + " " + violation.message());
        } else {
            field.setErrorMessage(violation.message());
            field.setInvalid(true);
        }
    }
}
