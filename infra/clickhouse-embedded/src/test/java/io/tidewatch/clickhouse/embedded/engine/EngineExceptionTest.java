package io.tidewatch.clickhouse.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineExceptionTest {

    @Test
    void readsTheCodeOfTheEnginesText() {
        EngineException failure = EngineException.parse("Code: 60. DB::Exception: Unknown table x. (UNKNOWN_TABLE)");
        assertThat(failure.code()).isEqualTo(60);
        assertThat(failure.serverMessage()).isEqualTo("Code: 60. DB::Exception: Unknown table x. (UNKNOWN_TABLE)");
    }

    @Test
    void textWithoutCodeIsAFaultOfTheEngine() {
        EngineException failure = EngineException.parse("Invalid or closed connection");
        assertThat(failure.code()).isEqualTo(EngineException.LOGICAL_ERROR);
        assertThat(failure.serverMessage()).isEqualTo("Code: 49. DB::Exception: Invalid or closed connection");
    }
}
