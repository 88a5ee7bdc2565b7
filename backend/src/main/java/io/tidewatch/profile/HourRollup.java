package io.tidewatch.profile;

import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.FeatureType;
import java.util.ArrayList;
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
    private final RollupPlan plan;
    private final VariableTally predictions = new VariableTally(PREDICTIONS);
    private final List<VariableTally> tallies = new ArrayList<>();
    private long lastEntry;

    /** Starts to count. */
    public HourRollup(RollupKey key, RollupPlan plan) {
        this.key = key;
        this.plan = plan;
        plan.variables().forEach(variable -> tallies.add(new VariableTally(variable)));
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

    /** Counts the numbers of its output; NaN is none. */
    public void output(double score, @Nullable String predictedClass, double predictedValue) {
        tallies.get(SCORE).number(score);
        tallies.get(PREDICTED_CLASS).category(predictedClass);
        tallies.get(PREDICTED_VALUE).number(predictedValue);
    }

    /** Counts a number of {@code f64} or {@code f32}. */
    public void number(FeatureStorage storage, int position, double value) {
        int index = plan.index(storage, position);
        if (index >= 0) {
            tallies.get(index).number(value);
        }
    }

    /** Counts a number of {@code i64}. */
    public void integer(int position, long value) {
        int index = plan.index(FeatureStorage.I64, position);
        if (index >= 0) {
            VariableTally tally = tallies.get(index);
            boolean present = value != FeatureStorage.MISSING_INTEGER;
            if (tally.counted().variable().type().isNumeric()) {
                tally.number(present ? (double) value : Double.NaN);
            } else {
                tally.presence(present);
            }
        }
    }

    /** True if somebody counts what is kept at this place. */
    public boolean counts(FeatureStorage storage, int position) {
        return plan.index(storage, position) >= 0;
    }

    /** Counts a category; null is missing. */
    public void category(int position, @Nullable String value) {
        int index = plan.index(FeatureStorage.CAT, position);
        if (index >= 0) {
            tallies.get(index).category(value);
        }
    }

    /** Counts something of which only the presence is counted. */
    public void presence(FeatureStorage storage, int position, boolean present) {
        int index = plan.index(storage, position);
        if (index >= 0) {
            tallies.get(index).presence(present);
        }
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
