package io.tidewatch.analysis;

import io.tidewatch.analysis.stats.verdict.ReferenceBlocks;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.BaselineContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The reference in units of time, as the calibrated test wants it for a window. */
final class BlockUnits {

    private static final int DAYS_OF_WEEK = 7;
    private static final int HOURS_OF_DAY = 24;
    // Conditions that repeat are told from chance only where the reference saw them at least twice.
    private static final int REPETITIONS = 2;

    private BlockUnits() {}

    static ReferenceBlocks of(BaselineContent content, String variable, Instant from, Instant to) {
        List<long[]> units = content.blocks().getOrDefault(variable, List.of());
        Baseline baseline = content.baseline();
        if (units.isEmpty() || baseline.blockSeconds() == 0) {
            return ReferenceBlocks.none();
        }
        Duration unit = Duration.ofSeconds(baseline.blockSeconds());
        int naturalPeriod = unit.equals(Duration.ofDays(1)) ? DAYS_OF_WEEK : HOURS_OF_DAY;
        int period = units.size() >= REPETITIONS * naturalPeriod ? naturalPeriod : 1;
        int windowUnits = Math.toIntExact(
                Math.max(1, Math.ceilDiv(Duration.between(from, to).toMillis(), unit.toMillis())));
        long phase = Math.floorDiv(Duration.between(baseline.from(), from).toMillis(), unit.toMillis());
        return ReferenceBlocks.of(
                units.toArray(long[][]::new), windowUnits, period, Math.toIntExact(Math.floorMod(phase, (long)
                        period)));
    }
}
