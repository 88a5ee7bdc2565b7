package io.tidewatch.sdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() throws JsonSyntaxException {
        JsonObject object = JsonReader.readObject(
                " {\"a\" : [1, -2.5, 1e3, true, false, null, \"\\u00e4\\n\\/\"], \"b\": {\"c\":\"d\"}, \"e\": {}, \"f\": [] } ");

        assertThat(object.members().get("a")).isEqualTo(Arrays.asList(1L, -2.5, 1000.0, true, false, null, "ä\n/"));
        assertThat(object.object("b").string("c")).isEqualTo("d");
        assertThat(object.object("e").members()).isEmpty();
        assertThat(object.members().get("f")).isEqualTo(List.of());
    }

    @Test
    void gettersAnswerTheFallbackForOtherTypes() throws JsonSyntaxException {
        JsonObject object = JsonReader.readObject("{\"text\":\"x\",\"number\":7,\"list\":[\"a\",1,{\"k\":2}]}");

        assertThat(object.string("number")).isNull();
        assertThat(object.string("absent", "fallback")).isEqualTo("fallback");
        assertThat(object.number("text", -1)).isEqualTo(-1);
        assertThat(object.number("number", -1)).isEqualTo(7);
        assertThat(object.object("text")).isNull();
        assertThat(object.strings("list")).containsExactly("a");
        assertThat(object.objects("list"))
                .extracting(item -> item.number("k", 0))
                .containsExactly(2L);
        assertThat(object.objects("text")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "tru",
                "nul",
                "-",
                "1.2.3",
                "--1",
                "{} {}",
                "<html>",
                "\"\n\"",
                "NaN",
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refusesDeepNestingInsteadOfOverflowingTheStack() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000))).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refusesAnythingButAnObjectWhereOneIsExpected() {
        assertThatThrownBy(() -> JsonReader.readObject("[]")).isInstanceOf(JsonSyntaxException.class);
    }
}
