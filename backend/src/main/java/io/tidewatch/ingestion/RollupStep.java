package io.tidewatch.ingestion;

import io.tidewatch.ingestion.RowSelection.ModelKey;
import io.tidewatch.ingestion.StorePatience.StoreAwayException;
import io.tidewatch.platform.clickhouse.RefusedRowsException;
import io.tidewatch.profile.FeatureRollups;
import io.tidewatch.profile.HourRollup;
import io.tidewatch.profile.RollupKey;
import io.tidewatch.profile.RollupPlan;
import io.tidewatch.profile.RowBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Counts stored predictions by the hour. The rows of an hour are written together, with the number of the last entry of
 * the log that they count, and entries are counted in order: so what was counted before a kill can be told, and is not
 * counted again.
 */
final class RollupStep {

    private static final Logger LOG = Logger.getLogger(RollupStep.class);
    private static final int MAX_BYTES = 4 << 20;
    private static final int MONTHS = 100;
    private static final long HOUR = 3_600;

    /** Partition by partition, so that an insert goes to one. */
    private static final Comparator<RollupKey> ORDER = Comparator.comparingInt(RollupStep::month)
            .thenComparingInt(RollupKey::retentionDays)
            .thenComparing(key -> key.organization().value())
            .thenComparing(key -> key.model().value())
            .thenComparingLong(RollupKey::hour)
            .thenComparing(RollupKey::version)
            .thenComparing(RollupKey::environment);

    private final IngestionQueries queries;
    private final FeatureRollups rollups;
    private final StorePatience patience;

    RollupStep(IngestionQueries queries, FeatureRollups rollups, StorePatience patience) {
        this.queries = queries;
        this.rollups = rollups;
        this.patience = patience;
    }

    /**
     * Counts predictions.
     *
     * @param log number of the log that they come from
     * @param again whether some of them may have been counted by an earlier run
     */
    void run(RowSelection stored, long log, boolean again) {
        boolean unsure = again;
        for (int attempt = 0; ; attempt++) {
            try {
                write(unsure ? uncounted(stored, log) : stored, log);
                return;
            } catch (StoreAwayException e) {
                patience.pause(attempt, e);
                unsure = true;
            } catch (RefusedRowsException e) {
                // The predictions are stored; no count is worth stopping those that follow.
                LOG.errorf("Counts of predictions are refused, their hours stay without: %s", e.detail());
                return;
            }
        }
    }

    private RowSelection uncounted(RowSelection rows, long log) {
        RollupCursor cursor = new RollupCursor();
        Map<RollupKey, Long> marks = new HashMap<>();
        rows.forEachModel((model, ofModel) -> {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int i = 0; i < ofModel.size(); i++) {
                long hour = cursor.key(ofModel.frame(i), ofModel.row(i)).hour();
                first = Math.min(first, hour);
                last = Math.max(last, hour);
            }
            Instant from = Instant.ofEpochSecond(first);
            Instant to = Instant.ofEpochSecond(last + HOUR);
            marks.putAll(patience.untilDone(() -> rollups.marks(model.organization(), model.model(), log, from, to)));
        });
        return marks.isEmpty()
                ? rows
                : rows.filter((frame, row) -> frame.sequence() > marks.getOrDefault(cursor.key(frame, row), 0L));
    }

    private void write(RowSelection rows, long log) {
        RollupCursor cursor = new RollupCursor();
        Map<RollupKey, RowSelection> byHour = new HashMap<>();
        RollupKey last = null;
        RowSelection hour = new RowSelection();
        for (int i = 0; i < rows.size(); i++) {
            RollupKey key = cursor.key(rows.frame(i), rows.row(i));
            if (!key.equals(last)) {
                hour = byHour.computeIfAbsent(key, ignored -> new RowSelection());
                last = key;
            }
            hour.add(rows.frame(i), rows.row(i));
        }
        List<RollupKey> hours = new ArrayList<>(byHour.keySet());
        hours.sort(ORDER);
        Map<ModelVersionKey, RollupPlan> plans = new HashMap<>();
        RowBuffer buffer = new RowBuffer(1 << 16);
        RollupKey before = null;
        for (RollupKey key : hours) {
            if (before != null && (!samePartition(before, key) || buffer.size() > MAX_BYTES)) {
                insert(buffer);
            }
            RollupPlan plan = plans.computeIfAbsent(
                    new ModelVersionKey(new ModelKey(key.organization(), key.model()), key.version()),
                    ignored -> patience.untilDone(() -> rollups.plan(key.organization(), key.model(), key.version())));
            count(byHour.getOrDefault(key, new RowSelection()), key, plan).write(buffer, log);
            before = key;
        }
        insert(buffer);
    }

    private static HourRollup count(RowSelection rows, RollupKey key, RollupPlan plan) {
        RollupCursor cursor = new RollupCursor();
        HourRollup rollup = new HourRollup(key, plan);
        for (int i = 0; i < rows.size(); i++) {
            cursor.count(rows.frame(i), rows.row(i), rollup);
        }
        return rollup;
    }

    private void insert(RowBuffer buffer) {
        if (buffer.size() > 0) {
            patience.once(() -> queries.insert(BinaryRows.insert(HourRollup.TABLE, HourRollup.COLUMNS, buffer)));
            buffer.truncate(0);
        }
    }

    private static boolean samePartition(RollupKey one, RollupKey other) {
        return one.retentionDays() == other.retentionDays() && month(one) == month(other);
    }

    private static int month(RollupKey key) {
        var date = Instant.ofEpochSecond(key.hour()).atZone(ZoneOffset.UTC);
        return date.getYear() * MONTHS + date.getMonthValue();
    }

    private record ModelVersionKey(ModelKey model, String version) {}
}
