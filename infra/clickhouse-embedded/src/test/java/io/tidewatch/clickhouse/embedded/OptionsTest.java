package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void readsAllArguments() {
        Options options = Options.parse(
                "--data",
                "/d",
                "--port",
                "8123",
                "--memory",
                "536870912",
                "--connections",
                "4",
                "--parent",
                "77",
                "--port-file",
                "/p",
                "--library",
                "/l.so");
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.port()).isEqualTo(8123);
        assertThat(options.memoryBytes()).isEqualTo(536_870_912);
        assertThat(options.connections()).isEqualTo(4);
        assertThat(options.parent()).hasValue(77);
        assertThat(options.portFile()).contains(Path.of("/p"));
        assertThat(options.library()).contains(Path.of("/l.so"));
    }

    @Test
    void onlyTheDataDirectoryIsRequired() {
        Options options = Options.parse("--data", "/d");
        assertThat(options.port()).isZero();
        assertThat(options.memoryBytes()).isEqualTo(1L << 30);
        assertThat(options.connections()).isEqualTo(8);
        assertThat(options.parent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 1 | --data is missing",
                "--data | --data needs a value",
                "--data /d --wat 1 | Unknown argument --wat",
                "--data /d --port 70000 | --port must be a number from 0 to 65535",
                "--data /d --memory 1k | --memory must be a number from 268435456 to 9223372036854775807",
            })
    void saysWhatIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
