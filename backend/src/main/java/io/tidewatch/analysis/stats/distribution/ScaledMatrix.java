package io.tidewatch.analysis.stats.distribution;

/** Square matrix with a decimal exponent, so that high powers neither overflow nor vanish. */
final class ScaledMatrix {

    private final double[] elements;
    private final int size;
    private final int exponent;

    ScaledMatrix(double[] elements, int size) {
        this(elements, size, 0);
    }

    private ScaledMatrix(double[] elements, int size, int exponent) {
        this.elements = elements;
        this.size = size;
        this.exponent = exponent;
    }

    double element(int row, int column) {
        return elements[row * size + column];
    }

    int exponent() {
        return exponent;
    }

    ScaledMatrix power(int n) {
        if (n == 1) {
            return this;
        }
        ScaledMatrix half = power(n / 2);
        ScaledMatrix square = half.times(half);
        ScaledMatrix result = n % 2 == 0 ? square : square.times(this);
        return result.normalised();
    }

    private ScaledMatrix times(ScaledMatrix other) {
        double[] product = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = elements[i * size + k];
                if (factor != 0) {
                    for (int j = 0; j < size; j++) {
                        product[i * size + j] += factor * other.elements[k * size + j];
                    }
                }
            }
        }
        return new ScaledMatrix(product, size, exponent + other.exponent);
    }

    private ScaledMatrix normalised() {
        double middle = element(size / 2, size / 2);
        if (middle <= 1e140) {
            return this;
        }
        double[] scaled = new double[elements.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = elements[i] * 1e-140;
        }
        return new ScaledMatrix(scaled, size, exponent + 140);
    }
}
