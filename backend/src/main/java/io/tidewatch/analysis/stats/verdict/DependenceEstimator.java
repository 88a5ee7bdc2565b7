package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;

/** Estimates the {@link Dependence} of rows from the units of the reference. */
final class DependenceEstimator {

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
        return new DependenceEstimator(units).estimate(blocks.windowUnits());
    }

    private Dependence estimate(int windowUnits) {
        int units = residuals.length;
        double free = units - 1.0;
        // Scatter of whole units relative to independent rows: the mean eigenvalue of the generalised design effect.
        double scale = units / free / rows;
        double trace = scale * lagged(0);
        double squaredTrace = scale * scale * squaredGram();
        double designEffect = Math.max(trace, scale * lagged(0) + scale * followers(windowUnits)) / degreesOfFreedom;
        if (designEffect <= 1) {
            return Dependence.independent(degreesOfFreedom);
        }
        // Without this correction, noise in the estimate would look like bins that move together.
        double squares = free * free / ((free + 2) * (free - 1)) * (squaredTrace - trace * trace / free);
        double effective = squares > 0 ? trace * trace / squares : degreesOfFreedom;
        double numerator = Math.clamp(effective, 1, degreesOfFreedom);
        double intraClass = unitRows > 1 ? (designEffect - 1) / (unitRows - 1) : 0;
        return new Dependence(intraClass, unitRows, numerator, numerator * free);
    }

    /** Covariance of units that follow each other within a window, which rows in a row of days share. */
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

    private double squaredGram() {
        double sum = 0;
        for (int unit = 0; unit < residuals.length; unit++) {
            for (int other = 0; other < residuals.length; other++) {
                double product = product(unit, other);
                sum += product * product;
            }
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
}
