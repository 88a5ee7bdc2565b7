package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;

/** Which computation stands behind which method. */
final class Computations {

    private Computations() {}

    /** Both samples of the table have at least one usable value, and the method is defined for its kind. */
    static Outcome compute(DriftMethod method, ValueTable table) {
        return switch (method) {
            case KS -> DistributionGap.kolmogorovSmirnov((NumberTable) table);
            case PSI -> Divergences.psi(table);
            case CHI_SQUARE -> Contingency.chiSquare((CategoryTable) table);
        };
    }
}
