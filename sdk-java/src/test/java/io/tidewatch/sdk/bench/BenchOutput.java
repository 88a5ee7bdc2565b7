package io.tidewatch.sdk.bench;

import java.util.Locale;

/** Writes each measurement as one line of JSON to standard output. */
final class BenchOutput {

    /** A value that stands for itself. */
    void print(String name, long rows, double value, String unit) {
        line(name, rows, value, unit, "");
    }

    /** A value beside what it is measured against; nothing to divide by gives a ratio of null. */
    void print(String name, long rows, double value, String unit, String what, double baseline) {
        line(
                name,
                rows,
                value,
                unit,
                String.format(
                        Locale.ROOT,
                        ",\"baseline\":{\"what\":\"%s\",\"value\":%s},\"ratio\":%s",
                        what,
                        number(baseline),
                        baseline == 0 ? "null" : String.format(Locale.ROOT, "%.3f", value / baseline)));
    }

    private static void line(String name, long rows, double value, String unit, String rest) {
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"sdk\",\"case\":\"%s\",\"seed\":%d,\"rows\":%d,\"value\":%s,\"unit\":\"%s\"%s}%n",
                name,
                Workload.SEED,
                rows,
                number(value),
                unit,
                rest);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 && value != Math.rint(value) ? "%.4f" : "%.1f", value);
    }
}
