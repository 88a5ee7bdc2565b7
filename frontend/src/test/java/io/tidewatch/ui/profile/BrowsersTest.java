package io.tidewatch.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowsersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Windows",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36"
                        + " | Chrome on Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15) AppleWebKit/605.1 Version/18.0 Safari/605.1 | Safari on macOS",
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36"
                        + " | Chrome on Android",
                "curl/8.5.0 | curl/8.5.0"
            })
    void browsersAreNamedInWords(String userAgent, String words) {
        assertThat(Browsers.words(userAgent)).isEqualTo(words);
    }

    @Test
    void whatDoesNotNameItselfIsUnknown() {
        assertThat(Browsers.words(null)).isEqualTo("Unknown program");
        assertThat(Browsers.words("x".repeat(100))).hasSize(60).endsWith("…");
    }
}
