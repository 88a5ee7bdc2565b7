package io.tidewatch.health.decision;

/**
 * What the baseline says about a variable.
 *
 * @param output true for a part of the prediction
 * @param required true if an event without it is refused
 * @param known true if the baseline has it, with the same type
 * @param n predictions with a value
 * @param missing predictions without
 * @param distinct number of distinct values
 */
public record VariableFacts(
        String name, boolean output, Kind kind, boolean required, boolean known, long n, long missing, long distinct) {

    /** How values compare. */
    public enum Kind {
        /** As numbers. */
        NUMBER,
        /** As categories. */
        CATEGORY,
        /** Free text is not compared. */
        TEXT,
        /** Points in time are not compared. */
        TIMESTAMP,
        /** Vectors are not compared. */
        EMBEDDING
    }

    /** Share of the baseline without a value. */
    double missingRatio() {
        return new Presence(n + missing, missing).missingRatio();
    }
}
