package io.tidewatch.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPathTest {

    @ParameterizedTest
    @CsvSource({
        "flight-delay, flight-delay",
        "a.b_c~d, a.b_c~d",
        "'a b', a%20b",
        "a/../b, a%2F..%2Fb",
        "., %2E",
        ".., %2E%2E",
        "ä, %C3%A4",
        "'a?b#c%d', a%3Fb%23c%25d",
    })
    void escapesEverythingThatCouldMeanSomething(String text, String segment) {
        assertThat(UrlPath.segment(text)).isEqualTo(segment);
    }
}
