package io.tidewatch.analysis;

import org.jspecify.annotations.Nullable;

/** JSON has no NaN: what is not defined is null. */
final class JsonNumber {

    private JsonNumber() {}

    /** The number, or null if it is NaN or infinite. */
    static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
