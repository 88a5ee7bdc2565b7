package io.tidewatch.sdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void separatesWithCommas() {
        JsonWriter json = new JsonWriter(1);
        json.beginObject()
                .name("a")
                .value(1)
                .name("b")
                .beginArray()
                .value(true)
                .nullValue()
                .value("x");
        json.beginObject().endObject().endArray().name("c").plain("p").endObject();

        assertThat(json.toString()).isEqualTo("{\"a\":1,\"b\":[true,null,\"x\",{}],\"c\":\"p\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0.0",
        "733.0, 733",
        "0.1, 0.1",
        "-2.5, -2.5",
        "1.0E300, 1.0E300",
        "4.9E-324, 4.9E-324",
        "9007199254740991, 9007199254740991",
        "9007199254740992, 9.007199254740992E15",
    })
    void writesDoublesShortButExact(double value, String text) {
        assertThat(new JsonWriter(8).value(value).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void writesNullForWhatJsonHasNoNumberFor(double value) {
        assertThat(new JsonWriter(8).value(value).toString()).isEqualTo("null");
    }

    @Test
    void escapesControlCharactersQuotesAndBackslashes() {
        String json = new JsonWriter(1).value("a\"b\\c\n\r\t\u0000\u001f\u007f").toString();

        assertThat(json).isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f\u007f\"");
    }

    @Test
    void replacesLoneSurrogates() {
        String json =
                new JsonWriter(1).value("\uD83D\uDE00 \uD83D \uDE00\uD83D").toString();

        assertThat(json).isEqualTo("\"\uD83D\uDE00 \uFFFD \uFFFD\uFFFD\"");
    }

    @Test
    void truncatingForgetsTheLastElement() {
        JsonWriter json = new JsonWriter(1).beginArray();
        int empty = json.length();
        json.value("[");
        int one = json.length();
        json.value(2);
        json.truncate(one);
        json.value(3);
        String afterOne = json.toString();
        json.truncate(empty);
        json.value(4).endArray();

        assertThat(afterOne).isEqualTo("[\"[\",3");
        assertThat(json.toString()).isEqualTo("[4]");
    }

    @Test
    void everyDoubleIsReadBackAsItself() {
        qt().forAll(doubles().any()).checkAssert(value -> {
            Object read = readUnchecked(new JsonWriter(8).value(value).toString());
            Double back = read == null ? null : Double.valueOf(((Number) read).doubleValue());
            assertThat(back).isEqualTo(Double.isFinite(value) ? value : null);
        });
    }

    @Test
    void everyLongIsWrittenAsJavaWritesIt() {
        qt().forAll(longs().all())
                .checkAssert(value ->
                        assertThat(new JsonWriter(0).value(value).toString()).isEqualTo(Long.toString(value)));
    }

    @Test
    void everyTextIsReadBackWithOnlyLoneSurrogatesReplaced() {
        qt().forAll(lists().of(integers().between(0, 0xFFFF)).ofSizeBetween(0, 40))
                .checkAssert(units -> {
                    String text = text(units);
                    // The JDK's encoder replaces lone surrogates by '?'.
                    String expected = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
                    assertThat(readUnchecked(new JsonWriter(0).value(text).toString()))
                            .isEqualTo(expected);
                });
    }

    private static String text(List<Integer> units) {
        StringBuilder text = new StringBuilder();
        units.forEach(unit -> text.append((char) unit.intValue()));
        return text.toString();
    }

    private static Object readUnchecked(String json) {
        try {
            return JsonReader.read(json);
        } catch (JsonSyntaxException e) {
            throw new AssertionError(json, e);
        }
    }
}
