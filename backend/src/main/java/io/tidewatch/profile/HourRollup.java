package io.tidewatch.profile;

import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.FeatureType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the predictions of one hour, version and environment, and the values of their variables. */
public final class HourRollup {

    /** Name of the table. */
    public static final String TABLE = "feature_rollup";

    /** Columns of a row, in the order in which they are written. */
    public static final List<String> COLUMNS = List.of(
            "organization_id",
            "model_id",
            "feature",
            "bucket",
            "version",
            "environment",
            "bin_set_id",
            "n",
            "missing",
            "bad",
            "value_sum",
            "square_sum",
            "minimum",
            "maximum",
            "bins",
            "categories",
            "retention_days",
            "applied");

    private static final int SCORE = 0;
    private static final int PREDICTED_CLASS = 1;
    private static final int PREDICTED_VALUE = 2;
    /** Stands for the predictions themselves. */
    private static final RollupVariable PREDICTIONS = RollupVariable.of(
            new Variable("", true, FeatureType.BOOLEAN, VariableSource.CLASS, 0), RollupVariable.noCategories());

    private final RollupKey key;
    private final VariableTally predictions = new VariableTally(PREDICTIONS);
    private final VariableTally[] tallies;
    private final int[] float64s;
    private final int[] float32s;
    private final int[] integers;
    private final int[] categories;
    private final int[] texts;
    private final int[] embeddings;
    private long lastEntry;

    /** Starts to count. */
    public HourRollup(RollupKey key, RollupPlan plan) {
        this.key = key;
        this.tallies = plan.variables().stream().map(VariableTally::new).toArray(VariableTally[]::new);
        this.float64s = plan.places(FeatureStorage.F64);
        this.float32s = plan.places(FeatureStorage.F32);
        this.integers = plan.places(FeatureStorage.I64);
        this.categories = plan.places(FeatureStorage.CAT);
        this.texts = plan.places(FeatureStorage.TEXT);
        this.embeddings = plan.places(FeatureStorage.EMBEDDING);
    }

    /**
     * Counts a prediction.
     *
     * @param entry number of the log entry that it came in; ascending
     */
    public void prediction(long entry) {
        predictions.presence(true);
        lastEntry = Math.max(lastEntry, entry);
    }

    /** Counts its output; NaN and null stand for what it does not have. */
    public void output(double score, @Nullable String predictedClass, double predictedValue) {
        tallies[SCORE].number(score);
        tallies[PREDICTED_CLASS].category(predictedClass);
        tallies[PREDICTED_VALUE].number(predictedValue);
    }

    /** Counts what is kept at a place of {@code f64}. */
    public void float64(int position, double value) {
        VariableTally tally = tally(float64s, position);
        if (tally != null) {
            tally.number(value);
        }
    }

    /** Counts what is kept at a place of {@code f32}. */
    public void float32(int position, float value) {
        VariableTally tally = tally(float32s, position);
        if (tally != null) {
            tally.number(value);
        }
    }

    /** Counts what is kept at a place of {@code i64}. */
    public void integer(int position, long value) {
        VariableTally tally = tally(integers, position);
        if (tally != null) {
            boolean present = value != FeatureStorage.MISSING_INTEGER;
            if (tally.counted().variable().type().isNumeric()) {
                tally.number(present ? (double) value : Double.NaN);
            } else {
                tally.presence(present);
            }
        }
    }

    /** True if somebody counts the category at this place. */
    public boolean countsCategory(int position) {
        return tally(categories, position) != null;
    }

    /** Counts a category; null is missing. */
    public void category(int position, @Nullable String value) {
        VariableTally tally = tally(categories, position);
        if (tally != null) {
            tally.category(value);
        }
    }

    /** Counts whether there is a text at a place. */
    public void text(int position, boolean present) {
        VariableTally tally = tally(texts, position);
        if (tally != null) {
            tally.presence(present);
        }
    }

    /** Counts whether there is a vector at a place. */
    public void embedding(int position, boolean present) {
        VariableTally tally = tally(embeddings, position);
        if (tally != null) {
            tally.presence(present);
        }
    }

    private @Nullable VariableTally tally(int[] places, int position) {
        return position >= places.length || places[position] < 0 ? null : tallies[places[position]];
    }

    /**
     * Writes the rows: one for the predictions, which says up to where the log is counted, and one for each variable.
     *
     * @param log number of the log
     */
    public void write(RowBuffer out, long log) {
        write(out, predictions, log);
        for (VariableTally tally : tallies) {
            // A part of the output that the model does not have is no variable of it.
            if (tally.hasValue() || !tally.counted().variable().isPrediction()) {
                write(out, tally, log);
            }
        }
    }

    private void write(RowBuffer out, VariableTally tally, long log) {
        out.writeUuid(key.organization().value());
        out.writeUuid(key.model().value());
        out.writeString(tally.counted().variable().name());
        out.writeInt((int) key.hour());
        out.writeString(key.version());
        out.writeString(key.environment());
        out.writeLong(tally.counted().binSetId());
        tally.write(out);
        out.writeUInt16(key.retentionDays());
        boolean ofPredictions = tally.equals(predictions);
        out.writeSize(ofPredictions ? 1 : 0);
        if (ofPredictions) {
            out.writeLong(log);
            out.writeLong(lastEntry);
        }
    }
}
