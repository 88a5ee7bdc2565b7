package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.TimeRange;
import io.tidewatch.ui.navigation.Window;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Shows and changes the time range of the page: presets, or from and to in the viewer's zone. */
final class RangeMenu extends Div {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Menu menu =
            new Menu("range-menu", "Time range", new Icon("clock")).framed().alignEnd();

    RangeMenu() {
        add(menu);
    }

    void show(TimeRange range) {
        ZoneId zone = Zones.of(UI.getCurrent());
        menu.label(label(range, zone));
        menu.clear();
        menu.heading("Time range");
        for (TimeRange.Last preset : TimeRange.PRESETS) {
            menu.choice(preset.label(), preset.equals(range), "range-" + preset.code(), () -> choose(preset));
        }
        menu.heading("From and to (" + zone.getId() + ")");
        menu.addContent(custom(range.resolve(Clock.systemUTC()), zone));
    }

    private Div custom(Window window, ZoneId zone) {
        DateTimePicker from = picker("From", "range-from", LocalDateTime.ofInstant(window.from(), zone));
        DateTimePicker to = picker("To", "range-to", LocalDateTime.ofInstant(window.to(), zone));
        Span problem = new Span();
        problem.addClassNames("tw-small");
        problem.getStyle().set("color", "var(--tw-status-critical)");
        Button apply = new Button("Apply", event -> {
            if (from.getValue() == null || to.getValue() == null) {
                problem.setText("Fill in both dates and times.");
                return;
            }
            TimeRange.Between range = new TimeRange.Between(
                    from.getValue().atZone(zone).toInstant(),
                    to.getValue().atZone(zone).toInstant());
            if (range.isUsable()) {
                choose(range);
            } else {
                problem.setText("\"To\" must be after \"From\", by 400 days at most.");
            }
        });
        apply.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        apply.getElement().setAttribute("data-test", "range-apply");
        Div form = new Div(from, to, problem, apply);
        form.getStyle().set("display", "grid").set("gap", "8px").set("padding", "4px 10px 8px");
        return form;
    }

    private static DateTimePicker picker(String label, String testId, LocalDateTime value) {
        DateTimePicker picker = new DateTimePicker(label, value.truncatedTo(ChronoUnit.MINUTES));
        picker.setLocale(Locale.UK);
        picker.getElement().setAttribute("data-test", testId);
        return picker;
    }

    private void choose(TimeRange range) {
        menu.close();
        Navigator.change(UI.getCurrent(), state -> state.withRange(range));
    }

    static String label(TimeRange range, ZoneId zone) {
        return switch (range) {
            case TimeRange.Last last -> last.label();
            case TimeRange.Between(var from, var to) ->
                SHORT.format(from.atZone(zone)) + " – " + SHORT.format(to.atZone(zone));
        };
    }
}
