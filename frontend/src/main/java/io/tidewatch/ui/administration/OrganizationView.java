package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Organizations;
import io.tidewatch.ui.client.Organizations.Settings;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.shell.AdminLayout;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Appearance;
import io.tidewatch.ui.shell.Visit;
import jakarta.annotation.security.PermitAll;

/** Name, visibility of models and colour of the organization. */
@PermitAll
@Route(value = "admin/organization", layout = AdminLayout.class)
class OrganizationView extends AdminView<Settings> {

    private final Organizations organizations;

    OrganizationView(Loader loader, Callers callers, Organizations organizations) {
        super(loader, callers, AdminPage.ORGANIZATION, "What counts for everybody in the organization.");
        this.organizations = organizations;
    }

    @Override
    protected Settings read(Caller caller, Me.Organization organization, Visit visit) {
        return organizations.settings(caller);
    }

    @Override
    protected Component show(Settings settings, Visit visit) {
        TextField name = new TextField("Name");
        name.setValue(settings.name());
        name.setWidth("min(420px, 100%)");
        name.getElement().setAttribute("data-test", "organization-name");
        TextField key = new TextField("Key");
        key.setValue(settings.key());
        key.setReadOnly(true);
        key.setHelperText("Programs and addresses hold it, so it stays.");
        key.setWidth("min(420px, 100%)");
        Checkbox visible = new Checkbox("Every team may look at every model", settings.modelsVisibleToAllTeams());
        visible.setHelperText("Otherwise a team sees its own models and those that are shared with it.");
        visible.getElement().setAttribute("data-test", "organization-visible");
        RadioButtonGroup<String> accent = new RadioButtonGroup<>("Colour of links and buttons");
        accent.setItems(Appearance.ACCENTS);
        accent.setRenderer(new ComponentRenderer<>(OrganizationView::swatch));
        accent.setValue(settings.accent());
        accent.setHelperText("Charts and status keep theirs, since those mean something.");
        accent.getElement().setAttribute("data-test", "organization-accent");
        Button save = new Button("Save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.getElement().setAttribute("data-test", "organization-save");
        save.addClickListener(event -> {
            String wanted = name.getValue().strip();
            boolean all = visible.getValue();
            String colour = accent.getValue();
            loader.load(
                    save,
                    visit.state().organization(),
                    caller -> organizations.change(caller, settings, wanted, all, colour),
                    saved -> {
                        Appearance.apply(UI.getCurrent(), saved.accent());
                        Ask.say("Saved.");
                        load(visit);
                    },
                    failure -> {
                        save.setEnabled(true);
                        refuse(name, failure);
                    });
        });
        Div form = new Div(name, key, visible, accent, save);
        form.getStyle().set("display", "grid").set("gap", "16px").set("justify-items", "start");
        return Card.titled("Settings", null).with(form);
    }

    private static void refuse(TextField name, Failure failure) {
        if (failure instanceof Failure.Invalid invalid
                && invalid.violations().stream()
                        .anyMatch(violation -> violation.field().equals("name"))) {
            name.setErrorMessage(invalid.violations().getFirst().message());
            name.setInvalid(true);
        } else {
            Ask.say(failure.summary());
        }
    }

    private static Component swatch(String accent) {
        Span dot = new Span();
        dot.addClassName("tw-swatch");
        dot.getElement().setAttribute("data-accent", accent);
        Span word = new Span(accent);
        Div swatch = new Div(dot, word);
        swatch.addClassName("tw-row");
        return swatch;
    }
}
