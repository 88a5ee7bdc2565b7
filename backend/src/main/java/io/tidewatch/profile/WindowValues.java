package io.tidewatch.profile;

import java.util.Map;

/**
 * The values of a window.
 *
 * @param predictionCount predictions in the window, each id once
 * @param byVariable values by name of the variable; has every variable that was asked for
 */
public record WindowValues(long predictionCount, Map<String, ValueCounts> byVariable) {

    public WindowValues {
        byVariable = Map.copyOf(byVariable);
    }

    /** The values of one variable. */
    public ValueCounts of(Variable variable) {
        ValueCounts counts = byVariable.get(variable.name());
        if (counts == null) {
            throw new IllegalArgumentException("The window was read without " + variable.name());
        }
        return counts;
    }
}
