package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a variable in a window.
 *
 * @param isPrediction true for a part of the prediction, false for a feature
 * @param n predictions with a value
 * @param missing predictions without
 * @param infinite predictions whose value is infinite
 * @param mean mean of the finite values, null where there are none or it is out of range
 * @param sd standard deviation with n - 1, null for fewer than two values
 * @param distinct number of distinct values
 * @param precisionBits bits of the mantissa that were kept, 52 if values are exact
 * @param bins the bins for comparisons
 * @param binCounts predictions per bin
 */
public record VariableProfile(
        String name,
        boolean isPrediction,
        FeatureType type,
        long n,
        long missing,
        long infinite,
        @Nullable Double mean,
        @Nullable Double sd,
        @Nullable Double min,
        @Nullable Double max,
        long distinct,
        int precisionBits,
        BaselineBins bins,
        List<Long> binCounts) {

    public VariableProfile {
        binCounts = List.copyOf(binCounts);
    }

    /** Summarizes values. */
    static VariableProfile of(Variable variable, ValueCounts values, BaselineBins bins) {
        return switch (values) {
            case NumberCounts numbers -> ofNumbers(variable, numbers, bins);
            case CategoryCounts categories -> {
                List<Long> counts = BinCounting.count(categories, bins);
                yield of(
                        variable,
                        values,
                        0,
                        NumberMoments.NONE,
                        categories.distinct(),
                        NumberCounts.EXACT,
                        bins,
                        counts);
            }
            case PresenceCounts presence ->
                of(variable, values, 0, NumberMoments.NONE, 0, NumberCounts.EXACT, bins, List.of(presence.present()));
        };
    }

    private static VariableProfile ofNumbers(Variable variable, NumberCounts numbers, BaselineBins bins) {
        return of(
                variable,
                numbers,
                numbers.infinite(),
                NumberMoments.of(numbers),
                numbers.size(),
                numbers.precisionBits(),
                bins,
                BinCounting.count(numbers, bins));
    }

    private static VariableProfile of(
            Variable variable,
            ValueCounts values,
            long infinite,
            NumberMoments moments,
            long distinct,
            int precisionBits,
            BaselineBins bins,
            List<Long> binCounts) {
        return new VariableProfile(
                variable.name(),
                variable.isPrediction(),
                variable.type(),
                values.present(),
                values.missing(),
                infinite,
                moments.mean(),
                moments.sd(),
                moments.min(),
                moments.max(),
                distinct,
                precisionBits,
                bins,
                binCounts);
    }
}
