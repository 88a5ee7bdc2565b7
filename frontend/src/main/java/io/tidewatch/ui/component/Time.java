package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant in the viewer's zone, with the UTC instant on hover. */
@Tag("tw-time")
@JsModule("./element/tw-time.ts")
public final class Time extends Component {

    private Time(@Nullable Instant instant, String mode) {
        if (instant != null) {
            getElement().setAttribute("datetime", instant.toString());
        }
        getElement().setAttribute("mode", mode);
    }

    /** "3 minutes ago" for the last week, date and time before that; a dash for null. */
    public static Time ago(@Nullable Instant instant) {
        return new Time(instant, "relative");
    }

    /** Date and time; a dash for null. */
    public static Time at(@Nullable Instant instant) {
        return new Time(instant, "datetime");
    }

    /** The day; a dash for null. */
    public static Time on(@Nullable Instant instant) {
        return new Time(instant, "date");
    }
}
