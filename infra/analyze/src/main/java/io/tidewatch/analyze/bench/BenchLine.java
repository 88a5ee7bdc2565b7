package io.tidewatch.analyze.bench;

import io.tidewatch.analyze.report.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes one measurement as one line of JSON. */
final class BenchLine {

    private final Map<String, Object> line = new LinkedHashMap<>();

    BenchLine(String bench, String name, long seed, long rows) {
        line.put("bench", bench);
        line.put("case", name);
        line.put("seed", seed);
        line.put("rows", rows);
    }

    /** What was measured. */
    BenchLine value(double value, String unit) {
        line.put("value", value);
        line.put("unit", unit);
        return this;
    }

    /** What it is compared with, measured on the same data in the same run. */
    BenchLine baseline(String what, double value) {
        Map<String, Object> baseline = new LinkedHashMap<>();
        baseline.put("what", what);
        baseline.put("value", value);
        line.put("baseline", baseline);
        line.put("ratio", (Double) line.getOrDefault("value", Double.NaN) / value);
        return this;
    }

    /** Anything else worth knowing. */
    BenchLine with(String key, Object value) {
        line.put(key, value);
        return this;
    }

    void print() {
        System.out.println(Json.line(line));
        System.out.flush();
    }
}
