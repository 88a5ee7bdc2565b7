package io.tidewatch.analysis;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.verdict.CategoryBins;
import io.tidewatch.analysis.stats.verdict.NumberBins;
import io.tidewatch.profile.BaselineBins;
import io.tidewatch.profile.BinPlanner;
import io.tidewatch.profile.CategoryCounts;
import io.tidewatch.profile.NumberCounts;
import io.tidewatch.profile.PresenceCounts;
import io.tidewatch.profile.ValueCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Lays the bins of baselines as the calibrated test wants them. */
@ApplicationScoped
class KernelBinPlanner implements BinPlanner {

    @Override
    public BaselineBins plan(ValueCounts values) {
        return switch (values) {
            case NumberCounts numbers -> {
                NumberTableBuilder table = NumberTable.builder();
                for (int row = 0; row < numbers.size(); row++) {
                    table.add(numbers.value(row), numbers.count(row), 0);
                }
                double[] edges = NumberBins.ofReference(table.build()).edges();
                yield BaselineBins.ofEdges(Arrays.stream(edges).boxed().toList());
            }
            case CategoryCounts categories -> {
                CategoryTableBuilder table = CategoryTable.builder();
                categories.counts().forEach((label, n) -> table.add(label, n, 0));
                yield BaselineBins.ofCategories(
                        CategoryBins.ofReference(table.build()).kept());
            }
            case PresenceCounts ignored -> BaselineBins.ofCategories(List.of());
        };
    }
}
