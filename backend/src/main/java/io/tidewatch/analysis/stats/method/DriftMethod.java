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
    KS("ks", "ks", Scope.NUMBERS, 0.05, Direction.P_AT_MOST),
    PSI("psi", "psi", Scope.BOTH, 0.1, Direction.DISTANCE_AT_LEAST),
    CHI_SQUARE("chi_square", "chisquare", Scope.CATEGORIES, 0.05, Direction.P_BELOW);

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
