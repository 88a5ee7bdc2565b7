package io.tidewatch.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theVariableWinsOverTheCacheFolder() {
        assertThat(PartsFolder.path(Map.of("TIDEWATCH_PARTS", "/parts", "XDG_CACHE_HOME", "/cache"), HOME))
                .isEqualTo(Path.of("/parts"));
        assertThat(PartsFolder.path(Map.of("XDG_CACHE_HOME", "/cache"), HOME)).isEqualTo(Path.of("/cache/tidewatch"));
        assertThat(PartsFolder.path(Map.of(), HOME)).isEqualTo(Path.of("/home/ada/.cache/tidewatch"));
    }
}
