package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The univariate drift methods under the names users know, each with the value, threshold and direction of Evidently
 * (SageMaker for the L-infinity ones), so that anyone can check the result against a tool they trust.
 */
public enum DriftMethod {
    /** Kolmogorov-Smirnov test; see {@link DistributionGap#kolmogorovSmirnov}. */
    KS("ks", "ks", Scope.NUMBERS, 0.05, Direction.P_AT_MOST),
    /** Wasserstein distance in reference standard deviations; see {@link DistributionGap#wasserstein}. */
    WASSERSTEIN("wasserstein", "wasserstein", Scope.NUMBERS, 0.1, Direction.DISTANCE_AT_LEAST),
    /** Population stability index; see {@link Divergences#psi}. */
    PSI("psi", "psi", Scope.BOTH, 0.1, Direction.DISTANCE_AT_LEAST),
    /** Jensen-Shannon distance; see {@link Divergences#jensenShannon}. */
    JENSEN_SHANNON("jensenshannon", "jensenshannon", Scope.BOTH, 0.1, Direction.DISTANCE_AT_LEAST),
    /** Kullback-Leibler divergence; see {@link Divergences#kullbackLeibler}. */
    KL_DIVERGENCE("kl_div", "kl_div", Scope.BOTH, 0.1, Direction.DISTANCE_AT_LEAST),
    /** Hellinger distance; see {@link Divergences#hellinger}. */
    HELLINGER("hellinger", "hellinger", Scope.BOTH, 0.1, Direction.DISTANCE_AT_LEAST),
    /** Anderson-Darling test; see {@link RankTests#andersonDarling}. */
    ANDERSON("anderson", "anderson", Scope.NUMBERS, 0.1, Direction.P_BELOW),
    /** Cramer-von Mises test; see {@link RankTests#cramerVonMises}. */
    CRAMER_VON_MISES("cramer_von_mises", "cramer_von_mises", Scope.NUMBERS, 0.1, Direction.P_AT_MOST),
    /** Energy distance in the unit of the column; see {@link DistributionGap#energy}. */
    ENERGY_DISTANCE("energy_distance", "ed", Scope.NUMBERS, 0.1, Direction.DISTANCE_ABOVE),
    /** Epps-Singleton test; see {@link EppsSingleton}. */
    EPPS_SINGLETON("epps_singleton", "es", Scope.NUMBERS, 0.05, Direction.P_BELOW),
    /** Mann-Whitney U test, two-sided; see {@link RankTests#mannWhitney}. */
    MANN_WHITNEY("mann_whitney", "mann_whitney", Scope.NUMBERS, 0.05, Direction.P_BELOW),
    /** Mann-Whitney U test of the reference being smaller, one-sided as in Evidently: blind to shifts downwards. */
    MANN_WHITNEY_LESS("mann_whitney_less", "mannw", Scope.NUMBERS, 0.05, Direction.P_BELOW),
    /** Student's t-test; see {@link MeanTests#student}. */
    T_TEST("t_test", "t_test", Scope.NUMBERS, 0.05, Direction.P_BELOW),
    /** Maximum mean discrepancy; see {@link MeanDiscrepancy}. */
    MMD("mmd", "empirical_mmd", Scope.NUMBERS, 0.1, Direction.P_BELOW),
    /** Largest gap of the distributions, SageMaker's L-infinity; see {@link DistributionGap#largestGapDistance}. */
    LINF_CDF("linf_cdf", "linf_cdf", Scope.NUMBERS, 0.1, Direction.DISTANCE_ABOVE),
    /** Chi-square test; see {@link Contingency#chiSquare}. */
    CHI_SQUARE("chi_square", "chisquare", Scope.CATEGORIES, 0.05, Direction.P_BELOW),
    /** G-test; see {@link Contingency#logLikelihoodRatio}. */
    G_TEST("g_test", "g_test", Scope.CATEGORIES, 0.1, Direction.P_BELOW),
    /** Total variation distance with a permutation p-value; see {@link TotalVariation}. */
    TVD("tvd", "TVD", Scope.CATEGORIES, 0.1, Direction.P_BELOW),
    /** Two-proportion z-test; see {@link Contingency#twoProportions}. */
    Z("z", "z", Scope.CATEGORIES, 0.05, Direction.P_BELOW),
    /** Fisher's exact test of two categories; see {@link FisherExact}. */
    FISHER_EXACT("fisher_exact", "fisher_exact", Scope.CATEGORIES, 0.1, Direction.P_BELOW),
    /** Largest difference of shares, SageMaker's L-infinity; see {@link Divergences#largestDifference}. */
    LINF("linf", "linf", Scope.CATEGORIES, 0.1, Direction.DISTANCE_ABOVE),
    /** Cramer's V; see {@link Contingency#cramersV}. */
    CRAMERS_V("cramers_v", "cramers_v", Scope.CATEGORIES, 0.1, Direction.DISTANCE_ABOVE);

    private enum Scope {
        NUMBERS,
        CATEGORIES,
        BOTH
    }

    private final String methodName;
    private final String alias;
    private final Scope scope;
    private final double defaultThreshold;
    private final Direction direction;

    DriftMethod(String methodName, String alias, Scope scope, double defaultThreshold, Direction direction) {
        this.methodName = methodName;
        this.alias = alias;
        this.scope = scope;
        this.defaultThreshold = defaultThreshold;
        this.direction = direction;
    }

    /** The method of this name or of its name in Evidently, such as {@code chisquare} for {@code chi_square}. */
    public static Optional<DriftMethod> named(String name) {
        return Arrays.stream(values())
                .filter(method -> method.methodName.equals(name) || method.alias.equals(name))
                .findFirst();
    }

    /** The name on the wire and in documents. */
    public String methodName() {
        return methodName;
    }

    /** The name of the same method in Evidently; equal to {@link #methodName} where both agree. */
    public String alias() {
        return alias;
    }

    /** The limit used when none is configured. */
    public double defaultThreshold() {
        return defaultThreshold;
    }

    /** On which side of the threshold a score means drift. */
    public Direction direction() {
        return direction;
    }

    /** Whether the method is defined for numeric columns. */
    public boolean appliesToNumbers() {
        return scope != Scope.CATEGORIES;
    }

    /** Whether the method is defined for categorical columns. */
    public boolean appliesToCategories() {
        return scope != Scope.NUMBERS;
    }

    /** Whether the method is defined for this kind of table. */
    public boolean appliesTo(ValueTable table) {
        return table instanceof NumberTable ? appliesToNumbers() : appliesToCategories();
    }

    /** Applies the method with its default threshold. */
    public MethodResult evaluate(ValueTable table) {
        return evaluate(table, defaultThreshold);
    }

    /** Applies the method; data it cannot judge is refused with a reason, never with an exception. */
    public MethodResult evaluate(ValueTable table, double threshold) {
        Outcome outcome = compute(table);
        double score = direction.isPValue() ? outcome.pValue() : outcome.statistic();
        boolean drifted = direction.drifted(score, threshold);
        return new MethodResult(score, outcome.statistic(), outcome.pValue(), threshold, drifted, outcome.note());
    }

    private Outcome compute(ValueTable table) {
        if (!appliesTo(table)) {
            return Outcome.refused("Not defined for this type of column.");
        }
        if (table.isOneSided()) {
            String side = table.referenceTotal() == 0 ? "reference" : "current";
            return Outcome.refused("The " + side + " window has no usable value.");
        }
        return Computations.compute(this, table);
    }
}
