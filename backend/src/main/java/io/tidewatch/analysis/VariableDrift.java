package io.tidewatch.analysis;

import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analysis.stats.verdict.BinCounts;
import io.tidewatch.profile.BaselineBins;
import io.tidewatch.profile.Variable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one variable of a window compares with the baseline.
 *
 * @param reason one sentence
 * @param referenceCount values in the baseline
 * @param currentCount values in the window
 * @param effect debiased PSI, NaN where it is not defined
 * @param pValue of the calibrated test, NaN where it is not defined
 * @param qValue the same, corrected for all signals of the model in the window
 * @param detectable smallest effect that these windows show in four of five cases, NaN if unknown
 * @param methods results by name of the method
 * @param precisionBits bits of the mantissa that were compared, 52 for exact values
 * @param bins the bins of the baseline
 * @param binCounts both sides in these bins, null where values are not compared
 */
record VariableDrift(
        Variable variable,
        DriftStatus status,
        String reason,
        long referenceCount,
        long currentCount,
        long referenceMissing,
        long currentMissing,
        double effect,
        double pValue,
        double qValue,
        double detectable,
        Map<String, MethodResult> methods,
        int precisionBits,
        BaselineBins bins,
        @Nullable BinCounts binCounts) {}
