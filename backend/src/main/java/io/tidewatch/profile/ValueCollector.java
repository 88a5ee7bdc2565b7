package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of one variable from the rows of a file, in bounded memory. A cell is read first and added only if the
 * whole row is good.
 *
 * @param <T> a cell once it is read
 */
abstract class ValueCollector<T> {

    /** Reads a cell; null or blank is missing. */
    final Cell<T> read(@Nullable Object cell) {
        if (cell == null || (cell instanceof String text && isMissing(text))) {
            return new Cell<>(null, null);
        }
        return readPresent(cell);
    }

    /** Adds a cell that was read and has a value. */
    abstract void add(T value);

    /** The values of this many rows; those that added none are missing. */
    abstract ValueCounts counts(long rows);

    abstract Cell<T> readPresent(Object cell);

    /** How people write that there is no value. */
    boolean isMissing(String text) {
        return text.isBlank();
    }

    /**
     * A collector.
     *
     * @param maxDistinct distinct values that are kept
     * @param names room for names of categories
     */
    static ValueCollector<?> of(Variable variable, int maxDistinct, CategoryCollector.Room names) {
        FeatureType type = variable.type();
        if (type.isNumeric()) {
            return new NumberCollector(variable, maxDistinct);
        }
        return type.isCategorical() ? new CategoryCollector(type, maxDistinct, names) : new PresenceCollector();
    }

    /**
     * A cell once it is read.
     *
     * @param value null if there is none
     * @param problem what is wrong with it, null if it is good
     */
    record Cell<T>(@Nullable T value, @Nullable String problem) {

        static <T> Cell<T> bad(String problem) {
            return new Cell<>(null, problem);
        }
    }

    /** Text, vectors and times are counted only. */
    private static final class PresenceCollector extends ValueCollector<Boolean> {

        private long present;

        @Override
        Cell<Boolean> readPresent(Object cell) {
            return new Cell<>(true, null);
        }

        @Override
        void add(Boolean value) {
            present++;
        }

        @Override
        ValueCounts counts(long rows) {
            return new PresenceCounts(present, rows - present);
        }
    }
}
