package io.tidewatch.analyze.data;

import java.util.Map;

/**
 * Where a column with very many distinct values is rounded finely: around its median, in units of its interquartile
 * range.
 *
 * @param centre the median
 * @param scale the interquartile range, at least the smallest spread a double can show there
 */
record Rounding(double centre, double scale) {

    /** Steps per unit of scale at the centre. */
    static final int STEPS = 20_000;

    /** The rounding in words. */
    static final String PRECISION = "1/20,000";

    static Rounding of(Engine engine, Column column) {
        try (Rows rows = engine.query(Sql.statement("quantiles", Map.of("column", column.stored())))) {
            double low = rows.readDouble();
            double middle = rows.readDouble();
            double high = rows.readDouble();
            double spread = high - low;
            boolean usable = Double.isFinite(spread) && spread > 0;
            double fallback = Math.max(Math.abs(middle), 1) * 1e-6;
            return new Rounding(Double.isFinite(middle) ? middle : 0, usable ? spread : fallback);
        }
    }
}
