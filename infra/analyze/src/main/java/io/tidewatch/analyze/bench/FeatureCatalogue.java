package io.tidewatch.analyze.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Fifty features of the kinds models have, each with a change of a wanted size. */
final class FeatureCatalogue {

    private static final int[] CATEGORIES = {2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000};

    private FeatureCatalogue() {}

    /** Fifty features: normal, skewed, many zeros, uniform and two-peaked numbers; 2 to 1,000 categories. */
    static List<SimulatedFeature> fifty(double psi) {
        List<SimulatedFeature> features = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            features.add(changed(
                    psi,
                    shift -> SimulatedFeature.numeric("normal, shifted", -5, 6, density(0, 1), density(shift, 1))));
            features.add(changed(
                    psi,
                    spread -> SimulatedFeature.numeric("normal, wider", -8, 8, density(0, 1), density(0, 1 + spread))));
            features.add(changed(
                    psi,
                    shift -> SimulatedFeature.numeric("lognormal, scaled", 0.01, 40, logNormal(0), logNormal(shift))));
            features.add(changed(
                    psi, more -> SimulatedFeature.numeric("many zeros", 0, 10, zeros(0.5), zeros(0.5 / (1 + more)))));
            features.add(changed(
                    psi, tilt -> SimulatedFeature.numeric("uniform, tilted", 0, 1, x -> 1, x -> Math.exp(tilt * x))));
        }
        for (int i = 0; i < 25; i++) {
            int k = CATEGORIES[i % CATEGORIES.length];
            boolean zipf = i % 2 == 0;
            features.add(changed(psi, tilt -> categories(k, zipf, tilt)));
        }
        return features;
    }

    private static SimulatedFeature categories(int k, boolean zipf, double tilt) {
        double[] before = new double[k];
        double[] after = new double[k];
        for (int i = 0; i < k; i++) {
            before[i] = zipf ? 1.0 / (i + 1) : 1;
            // Every other category grows and the rest shrink, so that no order of categories gives the change away.
            after[i] = before[i] * Math.exp(i % 2 == 0 ? tilt / 2 : -tilt / 2);
        }
        return SimulatedFeature.categorical(k + (zipf ? " Zipf categories" : " even categories"), before, after);
    }

    /** The change whose population index is the wanted one, by bisection. */
    private static SimulatedFeature changed(double psi, DoubleFunction<SimulatedFeature> family) {
        double low = 0;
        double high = 8;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (family.apply(middle).populationPsi() < psi) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return family.apply(high);
    }

    private static DoubleUnaryOperator density(double mean, double deviation) {
        return x -> Math.exp(-(x - mean) * (x - mean) / (2 * deviation * deviation));
    }

    private static DoubleUnaryOperator logNormal(double mean) {
        return x -> Math.exp(-Math.pow(Math.log(x) - mean, 2) / 2) / x;
    }

    /** Half of the rows or another share at the smallest value, the rest exponential. */
    private static DoubleUnaryOperator zeros(double share) {
        double cell = 10.0 / 1_000;
        return x -> (x < cell ? share / cell : 0) + (1 - share) * Math.exp(-x);
    }
}
