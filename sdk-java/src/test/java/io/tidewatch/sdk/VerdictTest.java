package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.internal.http.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final int EVENTS = 3;

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void temporaryFailuresAreRetried(int status) {
        assertThat(Verdict.of(new Answer(status, "", false, "7"), true, EVENTS))
                .isEqualTo(new Verdict.Retry("status " + status, "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, UNAUTHORIZED",
        "500, SERVER_ERROR",
        "501, SERVER_ERROR",
        "505, SERVER_ERROR",
        "599, SERVER_ERROR",
    })
    void lastingFailuresAreNot(int status, DropReason reason) {
        assertThat(Verdict.of(answer(status, "{\"code\":\"some-code\"}"), true, EVENTS))
                .isEqualTo(new Verdict.Lost(reason, "some-code"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 304, 307, 308, 400, 404, 405, 409, 410, 415, 418})
    void everythingElseRefusesAllEvents(int status) {
        assertThat(Verdict.of(answer(status, ""), false, EVENTS))
                .isEqualTo(new Verdict.Settled(Map.of("http-" + status, EVENTS), 0));
    }

    @Test
    void tooLargeIsSplitWhileItCanBe() {
        assertThat(Verdict.of(answer(413, ""), true, 2)).isEqualTo(new Verdict.Split());
        assertThat(Verdict.of(answer(413, ""), true, 1)).isEqualTo(new Verdict.Lost(DropReason.TOO_LARGE, "http-413"));
    }

    @Test
    void compressionIsGivenUpWhenItIsRefused() {
        assertThat(Verdict.of(answer(415, ""), true, EVENTS)).isEqualTo(new Verdict.Uncompressed());
    }

    @Test
    void countsAcceptedDuplicatesAndRejectedByCode() {
        String body = "{\"accepted\":1,\"duplicates\":1,\"rejected\":[{\"index\":2,\"code\":\"wrong-type\",\"x\":1}]}";

        assertThat(Verdict.of(answer(202, body), true, EVENTS))
                .isEqualTo(new Verdict.Settled(Map.of("wrong-type", 1), 1));
    }

    @Test
    void anEventIsRejectedOnceHoweverManyReasonsThereAre() {
        String body = "{\"accepted\":2,\"rejected\":[{\"index\":2,\"code\":\"a\"},{\"index\":2,\"code\":\"b\"}]}";

        assertThat(Verdict.of(answer(202, body), true, EVENTS)).isEqualTo(new Verdict.Settled(Map.of("a", 1), 0));
    }

    @Test
    void doesNotBelieveImpossibleNumbers() {
        String body = "{\"accepted\":0,\"duplicates\":99,\"rejected\":[{\"index\":7},{\"index\":-1},{\"index\":0}]}";

        assertThat(Verdict.of(answer(202, body), true, EVENTS)).isEqualTo(new Verdict.Settled(Map.of("unknown", 1), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"accepted\":\"3\"}", "{\"accepted\":-1}", "{\"accepted\":3"})
    void doesNotBelieveAnAnswerThatIsNotTidewatchs(String body) {
        assertThat(Verdict.of(answer(200, body), true, EVENTS)).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    void readsTheCodeOfEachEventFromViolations() {
        String body = "{\"code\":\"validation-failed\",\"violations\":["
                + "{\"field\":\"predictions[0].version\",\"code\":\"unknown-version\"},"
                + "{\"field\":\"predictions[0].features.a\",\"code\":\"wrong-type\"},"
                + "{\"field\":\"predictions[2].features.a\",\"code\":\"wrong-type\"},"
                + "{\"field\":\"predictions[9].features.a\",\"code\":\"wrong-type\"}]}";

        assertThat(Verdict.of(answer(422, body), true, EVENTS))
                .isEqualTo(
                        new Verdict.Settled(Map.of("unknown-version", 1, "wrong-type", 1, "validation-failed", 1), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tw_abc_SECRET", "a b", "", "x\\n"})
    void takesOverNoCodeThatIsNotAKebabWord(String code) {
        assertThat(Verdict.of(answer(500, "{\"code\":\"" + code + "\"}"), true, EVENTS))
                .isEqualTo(new Verdict.Lost(DropReason.SERVER_ERROR, "http-500"));
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body, false, null);
    }
}
