package io.tidewatch.ui.registry;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.NewModel;
import io.tidewatch.ui.client.Violation;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import java.util.List;
import java.util.Map;

/** Registers a model. The backend decides what is valid; what it refuses is shown at the field. */
final class RegisterModelDialog extends Dialog {

    private final Loader loader;
    private final Models models;
    private final PageState state;
    private final TextField name = new TextField("Name");
    private final TextField key = new TextField("Key");
    private final Select<String> task = new Select<>();
    private final Select<Me.Team> team = new Select<>();
    private final TextArea description = new TextArea("Description");
    private final Paragraph problem = new Paragraph();
    private final Button register = new Button("Register", event -> submit());
    private boolean keyEdited;

    RegisterModelDialog(Loader loader, Models models, List<Me.Team> teams, PageState state) {
        this.loader = loader;
        this.models = models;
        this.state = state;
        setHeaderTitle("Register a model");
        setWidth("min(480px, 94vw)");
        getElement().setAttribute("data-test", "register-dialog");

        name.setRequiredIndicatorVisible(true);
        name.setHelperText("For people, such as \"Flight delay\"");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(event -> proposeKey(event.getValue()));
        key.setRequiredIndicatorVisible(true);
        key.setHelperText("For code and addresses: lower case, digits, dashes. It cannot be changed later.");
        key.addValueChangeListener(event -> keyEdited |= event.isFromClient());
        task.setLabel("Task");
        task.setItems(Tasks.all());
        task.setItemLabelGenerator(Tasks::label);
        task.setValue("binary");
        team.setLabel("Team");
        team.setItems(teams);
        team.setItemLabelGenerator(Me.Team::name);
        team.setValue(teams.stream()
                .filter(each -> each.key().equals(state.team()))
                .findFirst()
                .orElse(teams.getFirst()));
        team.setHelperText("Owns the model; others see it only when it is shared with them");
        test(name, "register-name");
        test(key, "register-key");
        test(task, "register-task");
        test(team, "register-team");
        test(register, "register-submit");
        problem.getStyle().set("color", "var(--tw-status-critical)").set("margin", "0");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "register-problem");

        Div form = new Div(name, key, task, team, description, problem);
        form.getStyle().set("display", "grid").set("gap", "12px");
        add(form);
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", event -> close()), register);
    }

    private void submit() {
        clearProblems();
        NewModel model = new NewModel(
                key.getValue().strip(),
                name.getValue().strip(),
                description.getValue().isBlank() ? null : description.getValue().strip(),
                task.getValue(),
                team.getValue().key());
        loader.load(
                this,
                state.organization(),
                caller -> models.register(caller, model),
                registered -> {
                    close();
                    Navigator.open(UI.getCurrent(), Paths.model(registered.key(), "setup"), state.outsideModel());
                },
                this::refuse);
    }

    private void refuse(Failure failure) {
        register.setEnabled(true);
        if (failure instanceof Failure.Invalid invalid && !invalid.violations().isEmpty()) {
            invalid.violations().forEach(this::show);
        } else if (failure instanceof Failure.Conflict conflict) {
            mark(key, conflict.detail());
        } else {
            problem.setText(failure.summary());
        }
    }

    private void show(Violation violation) {
        Map<String, HasValidation> fields =
                Map.of("name", name, "key", key, "task", task, "team", team, "description", description);
        HasValidation field = fields.get(violation.field());
        if (field == null) {
            problem.setText(violation.field() + ": " + violation.message());
        } else {
            mark(field, violation.message());
        }
    }

    private static void mark(HasValidation field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }

    private void clearProblems() {
        problem.setText("");
        List.<HasValidation>of(name, key, task, team, description).forEach(field -> field.setInvalid(false));
    }

    private void proposeKey(String from) {
        if (!keyEdited) {
            key.setValue(Keys.propose(from));
        }
    }

    private static void test(com.vaadin.flow.component.Component component, String id) {
        component.getElement().setAttribute("data-test", id);
    }
}
