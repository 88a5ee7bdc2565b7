package io.tidewatch.ui.registry;

import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A length of time among those that people choose; another one that is set already can be kept. */
final class LengthSelect extends Select<Duration> {

    private static final List<Duration> USUAL = Stream.of(
                    15, 30, 60, 120, 180, 240, 360, 480, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 10080, 14400,
                    20160, 30240, 43200)
            .map(Duration::ofMinutes)
            .toList();

    /** Shows a length. */
    LengthSelect(String label, String testId) {
        setAriaLabel(label);
        setItemLabelGenerator(LengthSelect::words);
        setItems(USUAL);
        setWidth("132px");
        getElement().setAttribute("data-test", testId);
    }

    /** Sets a length in the form of ISO 8601. */
    void set(String iso) {
        Duration length = Duration.parse(iso);
        if (!USUAL.contains(length)) {
            TreeSet<Duration> all = new TreeSet<>(USUAL);
            all.add(length);
            setItems(all);
        }
        setValue(length);
    }

    /** The length in the form of ISO 8601. */
    String iso() {
        return getValue().toString();
    }

    private static String words(Duration length) {
        long minutes = length.toMinutes();
        if (minutes >= 2880 && minutes % 1440 == 0) {
            return minutes / 1440 + " days";
        }
        String rest = minutes % 60 == 0 ? "" : " " + minutes % 60 + " min";
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h" + rest;
    }
}
