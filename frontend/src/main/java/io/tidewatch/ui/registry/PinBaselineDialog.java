package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.NewBaseline;
import io.tidewatch.ui.client.Violation;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.shell.Visit;
import io.tidewatch.ui.shell.Zones;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Pins a baseline from a window of stored predictions, starting with the time range of the page. */
final class PinBaselineDialog extends Dialog {

    private final Loader loader;
    private final Models models;
    private final String model;
    private final Visit visit;
    private final Runnable done;
    private final ZoneId zone = Zones.of(UI.getCurrent());
    private final TextField name = new TextField("Name");
    private final DateTimePicker from = new DateTimePicker("From");
    private final DateTimePicker to = new DateTimePicker("To");
    private final TextField version = new TextField("Only version");
    private final TextField environment = new TextField("Only environment");
    private final Paragraph problem = new Paragraph();
    private final Button pin = new Button("Pin", event -> submit());

    PinBaselineDialog(Loader loader, Models models, String model, Visit visit, Runnable done) {
        this.loader = loader;
        this.models = models;
        this.model = model;
        this.visit = visit;
        this.done = done;
        setHeaderTitle("Pin a baseline");
        setWidth("min(520px, 94vw)");
        getElement().setAttribute("data-test", "pin-dialog");

        Paragraph what =
                new Paragraph("The distribution of every feature in this window becomes what later windows are "
                        + "compared with. The present baseline is kept and can be looked up.");
        what.addClassName("tw-quiet");
        what.getStyle().set("margin", "0");
        name.setPlaceholder("Such as \"January\"");
        name.setHelperText("Optional");
        from.setValue(local(visit.window().from()));
        to.setValue(local(visit.window().to()));
        from.setLocale(Locale.UK);
        to.setLocale(Locale.UK);
        from.setHelperText("In " + zone.getId());
        version.setValue(visit.state().version() == null ? "" : visit.state().version());
        version.setPlaceholder("All");
        environment.setValue(
                visit.state().environment() == null ? "" : visit.state().environment());
        environment.setPlaceholder("All");
        problem.getStyle().set("color", "var(--tw-status-critical)").set("margin", "0");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-test", "pin-problem");
        test(name, "pin-name");
        test(from, "pin-from");
        test(to, "pin-to");
        test(pin, "pin-submit");

        Div form = new Div(what, name, from, to, version, environment, problem);
        form.getStyle().set("display", "grid").set("gap", "12px");
        add(form);
        pin.addThemeVariants(ButtonVariant.PRIMARY);
        pin.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", event -> close()), pin);
    }

    private void submit() {
        problem.setText("");
        fields().values().forEach(field -> field.setInvalid(false));
        LocalDateTime start = from.getValue();
        LocalDateTime end = to.getValue();
        if (start == null || end == null) {
            problem.setText("Fill in both dates and times.");
            pin.setEnabled(true);
            return;
        }
        NewBaseline baseline = new NewBaseline(
                blankToNull(name),
                blankToNull(version),
                blankToNull(environment),
                start.atZone(zone).toInstant(),
                end.atZone(zone).toInstant());
        loader.load(
                this,
                visit.state().organization(),
                caller -> models.pin(caller, model, baseline),
                pinned -> {
                    close();
                    Notification.show("Baseline pinned from "
                            + Numbers.count(pinned.predictionCount(), "prediction", "predictions"));
                    done.run();
                },
                this::refuse);
    }

    private void refuse(Failure failure) {
        pin.setEnabled(true);
        if (failure instanceof Failure.Invalid invalid && !invalid.violations().isEmpty()) {
            invalid.violations().forEach(this::show);
        } else {
            problem.setText(failure.summary());
        }
    }

    private void show(Violation violation) {
        HasValidation field = fields().get(violation.field());
        if (field == null) {
            problem.setText(violation.message());
        } else {
            field.setErrorMessage(violation.message());
            field.setInvalid(true);
        }
    }

    private Map<String, HasValidation> fields() {
        return Map.of("name", name, "from", from, "to", to, "version", version, "environment", environment);
    }

    private LocalDateTime local(java.time.Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    private static @org.jspecify.annotations.Nullable String blankToNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static void test(Component component, String id) {
        component.getElement().setAttribute("data-test", id);
    }
}
