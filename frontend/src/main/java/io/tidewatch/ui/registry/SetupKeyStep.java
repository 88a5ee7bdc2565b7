package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.CreatedApiKey;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.NewApiKey;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.CodeBlock;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates an API key for admins of the team; tells others who can. */
final class SetupKeyStep extends Div {

    private final Loader loader;
    private final Setups setups;
    private final Visit visit;
    private final Consumer<String> created;
    private final TextField name = new TextField("Name of the key");
    private final Button create = new Button("Create a key", event -> submit());
    private final Paragraph problem = new Paragraph();
    private final CodeBlock secret = new CodeBlock("api-key");
    private final Paragraph once = new Paragraph(
            "This is the only time the key is shown. The code below has it filled in as long as you stay here.");
    private @Nullable Boolean shownAdmin;
    private String team = "";

    SetupKeyStep(Loader loader, Setups setups, Visit visit, Consumer<String> created) {
        this.loader = loader;
        this.setups = setups;
        this.visit = visit;
        this.created = created;
        addClassName("tw-stack");
        name.setValue(visit.model() + " service");
        name.setWidth("min(420px, 100%)");
        name.setHelperText("It may send predictions and ground truth of the team's models, nothing else.");
        name.getElement().setAttribute("data-test", "key-name");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        create.getElement().setAttribute("data-test", "create-key");
        problem.addClassName("tw-problem");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "key-problem");
    }

    void update(SetupPage page) {
        team = page.model().team().key();
        if (shownAdmin != null && shownAdmin == page.mayCreateKey()) {
            return;
        }
        shownAdmin = page.mayCreateKey();
        removeAll();
        if (page.mayCreateKey()) {
            Div row = new Div(name, create);
            row.addClassNames("tw-row", "tw-fields");
            create.getStyle().set("margin-block-start", "26px");
            add(row, problem);
        } else {
            Paragraph ask = new Paragraph(
                    "Admins of the team " + page.model().team().name()
                            + " and of the organization can create keys. Ask one of them for a key that may send events.");
            ask.getElement().setAttribute("data-test", "key-ask");
            add(ask);
        }
    }

    private void submit() {
        problem.setText("");
        NewApiKey key = new NewApiKey(name.getValue().strip(), team, List.of("ingest"));
        loader.load(
                this, visit.state().organization(), caller -> setups.createKey(caller, key), this::show, this::refuse);
    }

    private void show(CreatedApiKey key) {
        create.setEnabled(true);
        create.setText("Create another key");
        secret.show(key.key());
        once.addClassName("tw-quiet");
        add(secret, once);
        created.accept(key.key());
    }

    private void refuse(Failure failure) {
        create.setEnabled(true);
        problem.setText(failure.summary());
    }
}
