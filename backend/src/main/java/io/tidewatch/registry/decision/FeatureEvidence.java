package io.tidewatch.registry.decision;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values of one feature look like, counted by their form in JSON. */
public final class FeatureEvidence {

    /** Whole numbers seen before a feature is taken for one that has no others: a float often looks whole at first. */
    public static final int WHOLE_NUMBERS_FROM = 20;

    /** Longest name of a category. */
    public static final int MAX_CATEGORY = 256;

    private static final int MAX_DISTINCT = 1_000;
    private static final int FREE_TEXT_FROM = 50;
    private static final int FREE_TEXT_LENGTH = 24;
    private static final int MAX_DIMENSION = 4_096;

    private long whole;
    private long fractional;
    private long booleans;
    private long strings;
    private long timestamps;
    private long totalLength;
    private int longest;
    private final Set<String> distinct = new HashSet<>();
    private long vectors;
    private int dimension = -1;
    private boolean unequalVectors;
    private long others;

    /** A number without a fraction that fits 64 bits. */
    public void addWhole() {
        whole++;
    }

    /** Any other number, or a word that stands for one, such as NaN. */
    public void addFractional() {
        fractional++;
    }

    /** True or false. */
    public void addBoolean() {
        booleans++;
    }

    /**
     * A string.
     *
     * @param isTimestamp true if it reads as a point in time
     */
    public void addString(String value, boolean isTimestamp) {
        strings++;
        timestamps += isTimestamp ? 1 : 0;
        totalLength += value.length();
        longest = Math.max(longest, value.length());
        if (distinct.size() < MAX_DISTINCT && value.length() <= MAX_CATEGORY) {
            distinct.add(value);
        }
    }

    /** An array that holds numbers only. */
    public void addVector(int length) {
        unequalVectors |= dimension >= 0 && dimension != length;
        dimension = length;
        vectors++;
    }

    /** Anything that no type takes: an object, an array of other things. */
    public void addOther() {
        others++;
    }

    /**
     * The type that takes every value seen.
     *
     * @param known the type that the feature has so far, which stays unless a value does not fit; null if it has none
     * @return null if there is no value yet, or no type takes them all
     */
    public @Nullable InferredFeature infer(@Nullable InferredFeature known) {
        return known == null ? first() : widened(known);
    }

    private @Nullable InferredFeature first() {
        long numbers = whole + fractional;
        if (others > 0 || numbers + booleans + strings + vectors == 0) {
            return null;
        }
        if (vectors > 0) {
            boolean only = numbers + booleans + strings == 0;
            return only && !unequalVectors && dimension > 0 && dimension <= MAX_DIMENSION
                    ? new InferredFeature(InferredType.EMBEDDING, dimension)
                    : null;
        }
        if (strings + booleans == 0) {
            return InferredFeature.of(
                    fractional == 0 && whole >= WHOLE_NUMBERS_FROM ? InferredType.INT64 : InferredType.FLOAT64);
        }
        if (strings + numbers == 0) {
            return InferredFeature.of(InferredType.BOOLEAN);
        }
        return fractional > 0 ? null : names();
    }

    /** Strings, perhaps among whole numbers and booleans, which are names too. */
    private @Nullable InferredFeature names() {
        boolean onlyStrings = whole + booleans == 0;
        if (onlyStrings && timestamps == strings) {
            return InferredFeature.of(InferredType.TIMESTAMP);
        }
        if (longest > MAX_CATEGORY || isFreeText()) {
            return onlyStrings ? InferredFeature.of(InferredType.TEXT) : null;
        }
        return InferredFeature.of(InferredType.CATEGORY);
    }

    private boolean isFreeText() {
        return strings >= FREE_TEXT_FROM
                && distinct.size() * 2L > Math.min(strings, MAX_DISTINCT)
                && totalLength > FREE_TEXT_LENGTH * strings;
    }

    private @Nullable InferredFeature widened(InferredFeature known) {
        boolean noVectors = vectors + others == 0;
        boolean labels = noVectors && fractional == 0 && longest <= MAX_CATEGORY;
        return switch (known.type()) {
            case FLOAT64, TEXT, EMBEDDING -> known;
            case INT64 -> {
                boolean onlyNumbers = noVectors && strings + booleans == 0;
                yield fractional > 0 && onlyNumbers ? InferredFeature.of(InferredType.FLOAT64) : known;
            }
            case BOOLEAN -> strings + whole > 0 && labels ? InferredFeature.of(InferredType.CATEGORY) : known;
            case TIMESTAMP -> {
                boolean allTimes = timestamps == strings && whole + fractional + booleans == 0;
                yield allTimes || !noVectors || fractional > 0
                        ? known
                        : labels ? InferredFeature.of(InferredType.CATEGORY) : textIfStrings(known);
            }
            case CATEGORY -> longest > MAX_CATEGORY ? textIfStrings(known) : known;
        };
    }

    private InferredFeature textIfStrings(InferredFeature known) {
        boolean only = whole + fractional + booleans + vectors + others == 0;
        return only ? InferredFeature.of(InferredType.TEXT) : known;
    }
}
