package io.tidewatch.ui.profile;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Preferences;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.Zones;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Theme and time zone. A choice is saved at once, and what is on the page changes with it. */
final class AppearanceCard extends Composite<Card> {

    private static final Map<String, String> THEMES =
            Map.of("system", "As the system", "light", "Light", "dark", "Dark");
    private static final String BROWSER = "";

    private final PreferenceEditor editor;
    private final RadioButtonGroup<String> theme = new RadioButtonGroup<>("Theme");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private boolean showing;

    AppearanceCard(PreferenceEditor editor) {
        this.editor = editor;
        theme.setItems(List.of("system", "light", "dark"));
        theme.setItemLabelGenerator(THEMES::get);
        theme.getElement().setAttribute("data-test", "profile-theme");
        theme.addValueChangeListener(event -> themeChosen(event.getValue()));

        String own = Zones.ofBrowser(UI.getCurrent()).getId();
        zone.setItems(Stream.concat(Stream.of(BROWSER), zones()).toList());
        zone.setItemLabelGenerator(id -> id.equals(BROWSER) ? "As the browser (" + own + ")" : id);
        zone.setWidth("340px");
        zone.setAllowCustomValue(false);
        zone.getElement().setAttribute("data-test", "profile-zone");
        zone.addValueChangeListener(event -> {
            if (event.getValue() == null) {
                zone.setValue(BROWSER);
            } else {
                zoneChosen(event.getValue());
            }
        });
        show(editor.current());
    }

    @Override
    protected Card initContent() {
        Time now = Time.at(Clock.systemUTC().instant());
        now.getElement().setAttribute("data-test", "profile-now");
        Span label = new Span("It is now ");
        Div clock = new Div(label, now);
        clock.addClassNames("tw-quiet", "tw-small");
        Div fields = new Div(theme, zone, clock);
        fields.getStyle().set("display", "grid").set("gap", "12px").set("justify-items", "start");
        return Card.titled("Appearance and time", "How pages look, and in which zone times are shown.")
                .with(fields);
    }

    private void themeChosen(String chosen) {
        save(current -> current.withTheme(chosen));
    }

    private void zoneChosen(String chosen) {
        save(current -> current.withTimeZone(chosen.equals(BROWSER) ? null : chosen));
    }

    private void save(UnaryOperator<Preferences> change) {
        if (!showing) {
            editor.save(theme, change, this::show, this::failed);
        }
    }

    private void failed(Failure failure) {
        Notification.show("Not saved: " + failure.summary());
        show(editor.current());
    }

    private void show(Preferences preferences) {
        showing = true;
        theme.setValue(preferences.theme());
        zone.setValue(preferences.timeZone() == null ? BROWSER : preferences.timeZone());
        showing = false;
        Zones.apply(UI.getCurrent(), preferences);
    }

    /** Places by their continent; the rest are old names, abbreviations and fixed offsets. */
    private static Stream<String> zones() {
        return Stream.concat(
                Stream.of("UTC"),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.matches(
                                "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                        .sorted());
    }
}
