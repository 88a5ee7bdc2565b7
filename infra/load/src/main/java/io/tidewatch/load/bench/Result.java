package io.tidewatch.load.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** One measurement as a line of JSON. */
final class Result {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final double value;

    Result(String bench, String name, long seed, long rows, double value, String unit) {
        this.value = value;
        fields.put("bench", bench);
        fields.put("case", name);
        fields.put("seed", seed);
        fields.put("rows", rows);
        fields.put("value", rounded(value));
        fields.put("unit", unit);
    }

    /** What it is compared with. */
    Result against(String what, double other) {
        fields.put("baseline", Map.of("what", what, "value", rounded(other)));
        fields.put("ratio", rounded(value / other));
        return this;
    }

    /** A further figure. */
    Result with(String name, Object value) {
        fields.put(name, value instanceof Double number ? (Object) rounded(number) : value);
        return this;
    }

    void print() {
        try {
            System.out.println(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rounded(double value) {
        return value == 0 || !Double.isFinite(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(4))
                        .doubleValue();
    }
}
