package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Estimates the {@link Dependence} of rows from the units of the reference. */
final class DependenceEstimator {

    /** Larger matrices would take seconds; units are joined in pairs until one side is small. */
    private static final int LARGEST = 150;

    private final double[][] residuals;
    private final double rows;
    private final double unitRows;
    private final int degreesOfFreedom;

    private DependenceEstimator(long[][] units) {
        int bins = units[0].length;
        double[] share = new double[bins];
        double total = 0;
        double squares = 0;
        for (long[] unit : units) {
            double size = Arrays.stream(unit).sum();
            total += size;
            squares += size * size;
            for (int bin = 0; bin < bins; bin++) {
                share[bin] += unit[bin];
            }
        }
        this.rows = total;
        this.unitRows = squares / total;
        this.degreesOfFreedom = bins - 1;
        this.residuals = new double[units.length][bins];
        for (int unit = 0; unit < units.length; unit++) {
            double size = Arrays.stream(units[unit]).sum();
            for (int bin = 0; bin < bins; bin++) {
                double expected = share[bin] / total;
                residuals[unit][bin] = expected == 0 ? 0 : (units[unit][bin] - size * expected) / Math.sqrt(expected);
            }
        }
    }

    /** The dependence that the units show, never less than none. */
    static Dependence estimate(ReferenceBlocks blocks) {
        long[][] units = blocks.filledUnits();
        int joined = 1;
        while (units.length > LARGEST && units[0].length > LARGEST) {
            units = joinPairs(units);
            joined *= 2;
        }
        int windowUnits = Math.max(1, blocks.windowUnits() / joined);
        return new DependenceEstimator(units).estimate(windowUnits);
    }

    private static long[][] joinPairs(long[][] units) {
        long[][] pairs = new long[units.length / 2][units[0].length];
        for (int pair = 0; pair < pairs.length; pair++) {
            for (int bin = 0; bin < pairs[pair].length; bin++) {
                pairs[pair][bin] = units[2 * pair][bin] + units[2 * pair + 1][bin];
            }
        }
        return pairs;
    }

    private Dependence estimate(int windowUnits) {
        double free = residuals.length - 1.0;
        double[] effects = shrunk(designEffects(), free);
        double within = Arrays.stream(effects).sum();
        if (within <= degreesOfFreedom || unitRows <= 1) {
            return Dependence.independent();
        }
        // Units that follow each other may be alike as well; then a window of several scatters more.
        double growth = Math.max(1, 1 + followers(windowUnits) / lagged(0));
        double[] intraClass = Arrays.stream(effects)
                .map(effect -> Math.max(0, effect * growth - 1) / (unitRows - 1))
                .toArray();
        return new Dependence(intraClass, unitRows, windowUnits, free);
    }

    /** Eigenvalues of the scatter of units relative to that of independent rows, as many as degrees of freedom. */
    private double[] designEffects() {
        int units = residuals.length;
        int bins = degreesOfFreedom + 1;
        boolean byUnit = units < bins;
        int size = Math.min(units, bins);
        double scale = units / (units - 1.0) / rows;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double product = byUnit ? product(i, j) : productOfBins(i, j);
                matrix[i][j] = scale * product;
                matrix[j][i] = matrix[i][j];
            }
        }
        double[] eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false)).getRealEigenvalues();
        Arrays.sort(eigenvalues);
        double[] effects = new double[degreesOfFreedom];
        for (int i = 0; i < Math.min(size, degreesOfFreedom); i++) {
            effects[i] = Math.max(0, eigenvalues[size - 1 - i]);
        }
        return effects;
    }

    /**
     * Eigenvalues of few units are spread by chance: the largest come out too large. They are drawn towards their mean as
     * far as that spread explains (oracle approximating shrinkage, Chen and others 2010).
     */
    private double[] shrunk(double[] effects, double free) {
        double p = effects.length;
        double trace = Arrays.stream(effects).sum();
        double squares = Arrays.stream(effects).map(effect -> effect * effect).sum();
        double numerator = (1 - 2 / p) * squares + trace * trace;
        double denominator = (free + 1 - 2 / p) * (squares - trace * trace / p);
        double share = denominator > 0 ? Math.clamp(numerator / denominator, 0, 1) : 1;
        return Arrays.stream(effects)
                .map(effect -> (1 - share) * effect + share * trace / p)
                .toArray();
    }

    private double followers(int windowUnits) {
        int lags = Math.min(windowUnits - 1, residuals.length / 4);
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            sum += 2 * (1 - (double) lag / windowUnits) * lagged(lag);
        }
        return sum;
    }

    private double lagged(int lag) {
        double sum = 0;
        for (int unit = lag; unit < residuals.length; unit++) {
            sum += product(unit, unit - lag);
        }
        return sum;
    }

    private double product(int unit, int other) {
        double sum = 0;
        for (int bin = 0; bin < residuals[unit].length; bin++) {
            sum += residuals[unit][bin] * residuals[other][bin];
        }
        return sum;
    }

    private double productOfBins(int bin, int other) {
        double sum = 0;
        for (double[] unit : residuals) {
            sum += unit[bin] * unit[other];
        }
        return sum;
    }
}
