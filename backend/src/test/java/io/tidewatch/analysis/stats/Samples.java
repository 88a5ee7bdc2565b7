package io.tidewatch.analysis.stats;

import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.quicktheories.core.Gen;

/** Generators of samples for property tests. */
public final class Samples {

    private Samples() {}

    /** Numeric samples: continuous ones, and whole numbers with many equal values. */
    public static Gen<List<Double>> numbers(int smallest, int largest) {
        Gen<List<Double>> continuous =
                lists().of(doubles().between(-1000, 1000)).ofSizeBetween(smallest, largest);
        Gen<List<Double>> whole =
                lists().of(integers().between(-5, 30).map(Integer::doubleValue)).ofSizeBetween(smallest, largest);
        return continuous.mix(whole);
    }

    /** Categorical samples. */
    public static Gen<List<String>> categories(int smallest, int largest) {
        return lists().of(integers().between(0, 8).map(i -> "category " + i)).ofSizeBetween(smallest, largest);
    }

    /** The table of two numeric samples. */
    public static NumberTable table(List<Double> reference, List<Double> current) {
        return NumberTable.ofSamples(array(reference), array(current));
    }

    /** The table of two categorical samples. */
    public static CategoryTable categoryTable(List<String> reference, List<String> current) {
        CategoryTableBuilder builder = CategoryTable.builder();
        reference.forEach(value -> builder.add(value, 1, 0));
        current.forEach(value -> builder.add(value, 0, 1));
        return builder.build();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
