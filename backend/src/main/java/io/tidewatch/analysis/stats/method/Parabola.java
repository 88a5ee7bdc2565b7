package io.tidewatch.analysis.stats.method;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** Parabola of least squares through points. */
record Parabola(double constant, double linear, double quadratic) {

    static Parabola fit(double[] x, double[] y) {
        double[][] powers = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            powers[i] = new double[] {1, x[i], x[i] * x[i]};
        }
        RealVector solution = new QRDecomposition(new Array2DRowRealMatrix(powers, false))
                .getSolver()
                .solve(new ArrayRealVector(y, false));
        return new Parabola(solution.getEntry(0), solution.getEntry(1), solution.getEntry(2));
    }

    double at(double x) {
        return constant + x * (linear + x * quadratic);
    }
}
