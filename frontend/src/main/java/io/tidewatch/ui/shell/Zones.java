package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import io.tidewatch.ui.client.Personal;
import io.tidewatch.ui.client.Preferences;
import io.tidewatch.ui.identity.Signed;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone of the person in front of the page. */
public final class Zones {

    private Zones() {}

    /** The zone that the person chose, else that of the browser. */
    public static ZoneId of(UI ui) {
        String chosen = Personal.of(Signed.current()).preferences().timeZone();
        try {
            return chosen == null ? ofBrowser(ui) : ZoneId.of(chosen);
        } catch (DateTimeException unknown) {
            return ofBrowser(ui);
        }
    }

    /** The browser's zone; UTC if it does not tell. */
    public static ZoneId ofBrowser(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null || id.isBlank() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Lets the browser show times and colours as the person prefers; it remembers them for the next page. */
    public static void apply(UI ui, Preferences preferences) {
        if (preferences.revision() == 0) {
            // Nothing was chosen: the browser's own memory stays.
            return;
        }
        ui.getPage()
                .executeJs(
                        "window.tidewatch.theme($0); window.tidewatch.chooseZone($1)",
                        preferences.theme(),
                        preferences.timeZone() == null ? "" : preferences.timeZone());
    }
}
