package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;

/** What Evidently decides by default: a method chosen by the size of the reference, with its fixed threshold. */
final class EvidentlyDefaults {

    private static final long SMALL = 1_000;
    private static final int FEW_VALUES = 5;

    private EvidentlyDefaults() {}

    static boolean drifted(ValueTable table) {
        return method(table).evaluate(table).drifted();
    }

    private static DriftMethod method(ValueTable table) {
        long values = table instanceof CategoryTable categories ? categories.categoryCount() : table.size();
        boolean numeric = table instanceof NumberTable && values > FEW_VALUES;
        if (table.referenceTotal() > SMALL) {
            return numeric ? DriftMethod.WASSERSTEIN : DriftMethod.JENSEN_SHANNON;
        }
        if (numeric) {
            return DriftMethod.KS;
        }
        return values > 2 ? DriftMethod.CHI_SQUARE : DriftMethod.Z;
    }
}
