package io.tidewatch.analyze.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void everyTextAndNumberComesBack() throws IOException {
        String odd = "\"quotes\" \\ \n\r\t\u0001 < > \u2028 \ud83d\ude00 {  }";
        Map<String, Object> value = new LinkedHashMap<>();
        value.put(odd, odd);
        value.put("numbers", List.of(1.5, 1e-300, Long.MAX_VALUE, 3));
        value.put("none", List.of(Double.NaN, Double.POSITIVE_INFINITY));
        value.put("empty", Map.of());
        value.put("yes", true);
        for (String text : List.of(Json.write(value), Json.line(value))) {
            JsonNode read = new ObjectMapper().readTree(text);
            assertThat(read.get(odd).asText()).isEqualTo(odd);
            assertThat(read.get("numbers").get(1).asDouble()).isEqualTo(1e-300);
            assertThat(read.get("numbers").get(2).asLong()).isEqualTo(Long.MAX_VALUE);
            assertThat(read.get("none").get(0).isNull()).isTrue();
            assertThat(read.get("none").get(1).isNull()).isTrue();
            assertThat(read.get("yes").asBoolean()).isTrue();
        }
        assertThat(Json.line(value)).doesNotContain("\n");
    }
}
