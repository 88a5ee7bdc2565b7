package io.tidewatch.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.local.LocalStackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void aProgramEndsInGoodOrderWhenAsked() throws Exception {
        ChildProcess child =
                start("trap 'echo bye; exit 7' TERM; echo \"hello $GREETED\"; while :; do sleep 0.05; done");
        Readiness.await(child, Duration.ofSeconds(10), () -> log().contains("hello world"));

        child.close();

        assertThat(log()).contains("bye");
        assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void aProgramThatDoesNotListenIsKilledAfterItsGrace() throws Exception {
        ChildProcess child = start("trap '' TERM; echo deaf; while :; do sleep 0.05; done");
        Readiness.await(child, Duration.ofSeconds(10), () -> log().contains("deaf"));

        child.close();

        assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(137);
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void anEarlyEndIsReportedWithTheLog() {
        ChildProcess child = start("echo no licence for this; exit 3");

        assertThatThrownBy(() -> Readiness.await(child, Duration.ofSeconds(10), () -> false))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("probe ended before it was ready")
                .hasMessageContaining("no licence for this");
    }

    @Test
    void aProgramThatIsNeverReadyIsReported() {
        try (ChildProcess child = start("sleep 60")) {
            assertThatThrownBy(() -> Readiness.await(child, Duration.ofSeconds(1), () -> false))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("not ready after 1 s");
        }
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(new ChildSpec(
                "probe",
                List.of("sh", "-c", script),
                Map.of("GREETED", "world"),
                folder,
                folder.resolve("probe.log"),
                "TERM",
                Duration.ofSeconds(1)));
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("probe.log"));
    }
}
