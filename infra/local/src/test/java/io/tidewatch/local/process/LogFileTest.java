package io.tidewatch.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void aSmallLogIsContinuedAndALargeOneSetAside() throws Exception {
        Path log = Files.writeString(folder.resolve("a.log"), "small");
        LogFile.rotate(log);
        assertThat(log).hasContent("small");

        for (int start = 1; start <= 5; start++) {
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                file.setLength(LogFile.ROTATE_AT_BYTES + start);
            }
            LogFile.rotate(log);
        }

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("a.log.1")).hasSize(LogFile.ROTATE_AT_BYTES + 5);
        assertThat(folder.resolve("a.log.3")).hasSize(LogFile.ROTATE_AT_BYTES + 3);
        assertThat(folder.resolve("a.log.4")).doesNotExist();
    }

    @Test
    void theTailIsQuoted() throws Exception {
        Path log = folder.resolve("b.log");
        Files.write(
                log, IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).toList());

        assertThat(LogFile.tail(log, 2)).isEqualTo("    line 99\n    line 100");
        assertThat(LogFile.tail(folder.resolve("none.log"), 2)).isEmpty();
    }

    @Test
    void structuredLinesAreMadeReadable() throws Exception {
        Path log = Files.writeString(folder.resolve("d.log"), """
                {"timestamp":"2026-01-01T00:00:00Z","level":"ERROR","message":"No start","stackTrace":"a.B: no\\n\\tat a.B\\nCaused by: c.D: why"}
                {"other":1}
                {not JSON
                """);

        assertThat(LogFile.tail(log, 3)).isEqualTo("""
                    2026-01-01T00:00:00Z ERROR No start
                      a.B: no
                      Caused by: c.D: why
                    {"other":1}
                    {not JSON""".indent(4).stripTrailing());
    }

    @Test
    void theLastLineIsTheLastStateOfAProgressBar() throws Exception {
        Path log = Files.writeString(folder.resolve("c.log"), "begin\n10 %\r20 %\r30 %\n\n");

        assertThat(LogFile.lastLine(log)).isEqualTo("30 %");
    }
}
