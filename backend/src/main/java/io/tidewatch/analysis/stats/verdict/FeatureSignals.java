package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about one feature that is to be judged.
 *
 * @param comparison its values, in the bins of its layout
 * @param missing its missing rate
 * @param signals the signals that go into the family: the values, and each rate that is not 0 in both windows
 */
public record FeatureSignals(Comparison comparison, RateTest.Rates missing, List<Signal> signals) {

    /** Compares a feature whose rows are taken as independent, in bins made from the reference. */
    public static FeatureSignals of(ValueTable table, VerdictSettings settings) {
        return of(table, BinLayout.ofReference(table), ReferenceBlocks.none(), settings);
    }

    /**
     * Compares a feature.
     *
     * @param layout bins of the baseline
     * @param blocks the reference in units of time, in the bins of the layout
     */
    public static FeatureSignals of(
            ValueTable table, BinLayout layout, ReferenceBlocks blocks, VerdictSettings settings) {
        Comparison comparison = CalibratedTest.compare(layout.countRows(table), blocks);
        double inflation = comparison.inflation();
        List<Signal> signals = new ArrayList<>();
        signals.add(Signal.ofValues(comparison, settings));
        long referenceRows = table.referenceTotal() + table.referenceMissing();
        long currentRows = table.currentTotal() + table.currentMissing();
        if (table instanceof NumberTable numbers) {
            long referenceInfinite = numbers.referenceInfinite();
            long currentInfinite = numbers.currentInfinite();
            referenceRows += referenceInfinite;
            currentRows += currentInfinite;
            if (referenceInfinite + currentInfinite > 0) {
                RateTest.Rates rates =
                        RateTest.compare(referenceInfinite, referenceRows, currentInfinite, currentRows, inflation);
                signals.add(Signal.ofRate(Signal.Kind.INFINITE, rates, settings));
            }
        }
        RateTest.Rates missing = RateTest.compare(
                table.referenceMissing(), referenceRows, table.currentMissing(), currentRows, inflation);
        if (table.referenceMissing() + table.currentMissing() > 0) {
            signals.add(Signal.ofRate(Signal.Kind.MISSING, missing, settings));
        }
        if (table instanceof CategoryTable categories && !table.isOneSided()) {
            RateTest.Rates unseen = RateTest.unseen(categories, inflation);
            if (unseen.currentRate() > 0) {
                signals.add(Signal.ofRate(Signal.Kind.UNSEEN, unseen, settings));
            }
        }
        return new FeatureSignals(comparison, missing, List.copyOf(signals));
    }
}
