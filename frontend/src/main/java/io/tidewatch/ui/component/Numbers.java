package io.tidewatch.ui.component;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: grouped counts, percentages, and no more digits than mean something. */
public final class Numbers {

    /** Shown where there is no number. */
    public static final String NONE = "—";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Numbers() {}

    /** A count, such as {@code 12,345}. */
    public static String count(long count) {
        return new DecimalFormat("#,##0", SYMBOLS).format(count);
    }

    /** A count with its noun, such as "1 prediction" or "12,345 predictions". */
    public static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A number of bytes in the binary unit that keeps it short, such as {@code 64 MiB} or {@code 1.5 KiB}. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return new DecimalFormat("#,##0.#", SYMBOLS).format(value) + " " + BYTE_UNITS[unit];
    }

    /** A ratio of 0 to 1 as percentage with one decimal, such as {@code 12.3 %}. */
    public static String percent(@Nullable Double ratio) {
        if (ratio == null || !Double.isFinite(ratio)) {
            return NONE;
        }
        if (ratio > 0 && ratio < 0.0005) {
            return "< 0.1 %";
        }
        return new DecimalFormat("0.#", SYMBOLS).format(ratio * 100) + " %";
    }

    /** A score such as PSI or ROC AUC with three decimals. */
    public static String score(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        return new DecimalFormat("0.000", SYMBOLS).format(value);
    }

    /** A p-value: three decimals, and "&lt; 0.001" below. */
    public static String pValue(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        return value < 0.001 ? "< 0.001" : score(value);
    }

    /** A metric of any size, so that a column of it lines up: four decimals, four significant digits from 10 on. */
    public static String metric(@Nullable Double value) {
        return value != null && Math.abs(value) < 10 && (value == 0 || Math.abs(value) >= 0.001)
                ? new DecimalFormat("0.0000", SYMBOLS).format(value)
                : measure(value);
    }

    /** Any measured value with four significant digits, grouped. */
    public static String measure(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4));
        double magnitude = Math.abs(rounded.doubleValue());
        if (magnitude != 0 && (magnitude < 0.001 || magnitude >= 1e9)) {
            return new DecimalFormat("0.###E0", SYMBOLS).format(rounded);
        }
        return new DecimalFormat("#,##0.######", SYMBOLS).format(rounded);
    }
}
