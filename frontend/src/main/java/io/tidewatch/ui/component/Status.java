package io.tidewatch.ui.component;

import java.util.Arrays;

/** The one status scale, best first; the order decides what needs attention first. */
public enum Status {
    /** As it should be. */
    OK("ok"),
    /** Look at it soon. */
    WARNING("warning"),
    /** Act now. */
    CRITICAL("critical"),
    /** Nothing arrived to judge. */
    NO_DATA("no-data"),
    /** Data is there, but no verdict, for example without a baseline. */
    UNKNOWN("unknown");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The form used by the backend and by the status element. */
    public String code() {
        return code;
    }

    /** Reads the backend's form; anything else is {@link #UNKNOWN}. */
    public static Status of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Critical first, then warning, silence, no verdict, and OK last. */
    public int urgency() {
        return switch (this) {
            case CRITICAL -> 0;
            case WARNING -> 1;
            case NO_DATA -> 2;
            case UNKNOWN -> 3;
            case OK -> 4;
        };
    }
}
