package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;

/** Which computation stands behind which method. */
final class Computations {

    private Computations() {}

    /** Both samples of the table have at least one usable value, and the method is defined for its kind. */
    static Outcome compute(DriftMethod method, ValueTable table) {
        if (table.size() == 1 && isOneCategory(table)) {
            double pValue = method.direction().isPValue() ? 1 : Double.NaN;
            return new Outcome(0, pValue, "Both windows hold the same single value.");
        }
        return switch (table) {
            case NumberTable numbers -> compute(method, numbers);
            case CategoryTable categories -> compute(method, categories);
        };
    }

    private static boolean isOneCategory(ValueTable table) {
        return !(table instanceof CategoryTable categories) || categories.categoryCount() == 1;
    }

    private static Outcome compute(DriftMethod method, NumberTable table) {
        return switch (method) {
            case KS -> DistributionGap.kolmogorovSmirnov(table);
            case WASSERSTEIN -> DistributionGap.wasserstein(table);
            case ENERGY_DISTANCE -> DistributionGap.energy(table);
            case LINF_CDF -> DistributionGap.largestGapDistance(table);
            case ANDERSON -> RankTests.andersonDarling(table);
            case CRAMER_VON_MISES -> RankTests.cramerVonMises(table);
            case MANN_WHITNEY -> RankTests.mannWhitney(table);
            case MANN_WHITNEY_LESS -> RankTests.mannWhitneyLess(table);
            case EPPS_SINGLETON -> EppsSingleton.test(table);
            case T_TEST -> MeanTests.student(table);
            case MMD -> MeanDiscrepancy.test(table);
            default -> ofShares(method, table);
        };
    }

    private static Outcome compute(DriftMethod method, CategoryTable table) {
        return switch (method) {
            case CHI_SQUARE -> Contingency.chiSquare(table);
            case G_TEST -> Contingency.logLikelihoodRatio(table);
            case CRAMERS_V -> Contingency.cramersV(table);
            case Z -> Contingency.twoProportions(table);
            case FISHER_EXACT -> FisherExact.test(table);
            case TVD -> TotalVariation.test(table);
            case LINF -> Divergences.largestDifference(table);
            default -> ofShares(method, table);
        };
    }

    private static Outcome ofShares(DriftMethod method, ValueTable table) {
        return switch (method) {
            case PSI -> Divergences.psi(table);
            case JENSEN_SHANNON -> Divergences.jensenShannon(table);
            case KL_DIVERGENCE -> Divergences.kullbackLeibler(table);
            case HELLINGER -> Divergences.hellinger(table);
            default -> throw new IllegalArgumentException(method.methodName() + " is not defined for this table");
        };
    }
}
