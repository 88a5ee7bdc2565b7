package io.tidewatch.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSizeTest {

    @ParameterizedTest
    @CsvSource({
        "false, GET,  ,        ,        0",
        "false, POST, ,        ,        0",
        "false, POST, 1048576, ,        0",
        "false, POST, 1048577, ,        413",
        "false, POST, ,        chunked, 411",
        "false, POST, many,    ,        400",
        "true,  GET,  ,        ,        0",
        "true,  POST, ,        ,        411",
        "true,  POST, 5,       ,        0"
    })
    void onlySmallBodiesOfKnownLengthPass(
            boolean http2, String method, @Nullable String length, @Nullable String encoding, int status) {
        assertThat(RequestSize.refusal(http2, method, length, encoding)).isEqualTo(status);
    }
}
