package io.tidewatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and ClickHouse for real. */
class LocalStackTest {

    @TempDir
    Path folder;

    @Test
    void aCrashIsReportedAnOutageOnPurposeIsNot() throws Exception {
        try (LocalStack stack = start()) {
            assertThat(Readiness.answers(stack.clickHouse().url().resolve("/ping")))
                    .isTrue();
            assertThatThrownBy(this::start)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("already running");

            stack.kill(Part.CLICKHOUSE);
            assertThatThrownBy(stack::clickHouse).hasMessageContaining("clickhouse does not run");
            stack.restart(Part.CLICKHOUSE);
            assertThat(Readiness.answers(stack.clickHouse().url().resolve("/ping")))
                    .isTrue();
            assertThat(stack.crash()).isNotDone();

            ProcessHandle.of(stack.process(Part.CLICKHOUSE).pid()).orElseThrow().destroyForcibly();
            Crash crash = stack.crash().get(30, TimeUnit.SECONDS);
            assertThat(crash.part()).isEqualTo(Part.CLICKHOUSE);
            assertThat(crash.exitCode()).isEqualTo(137);
            assertThat(crash.lastLines()).contains("serves http");
        }
        assertThat(RunFile.read(folder)).isEmpty();
    }

    @Test
    void nothingStaysBehindAKilledLauncherAndTheDataCanBeUsedAgain() throws Exception {
        RunFile run;
        try (ChildProcess launcher = launcher()) {
            Readiness.await(
                    launcher,
                    Duration.ofMinutes(2),
                    () -> RunFile.read(folder).orElseThrow().processes().size() == 2);
            run = RunFile.read(folder).orElseThrow();
            launcher.kill();
        }

        List<RunFile.Entry> orphans = new ArrayList<>(run.processes().values());
        for (RunFile.Entry entry : run.processes().values()) {
            var process = entry.process();
            if (process.isPresent()) {
                process.get().onExit().get(15, TimeUnit.SECONDS);
            }
            orphans.removeIf(other -> other.process().isEmpty());
        }
        assertThat(orphans).isEmpty();

        try (LocalStack stack = start()) {
            assertThat(stack.postgres().connect(stack.postgres().owner())).satisfies(connection -> connection.close());
        }
    }

    private LocalStack start() {
        return LocalStack.builder()
                .dataFolder(folder)
                .with(Part.POSTGRES, Part.CLICKHOUSE)
                .start();
    }

    private ChildProcess launcher() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                folder.toString());
        Path work = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-launcher"));
        return ChildProcess.start(ChildSpec.of("launcher", command, Map.of(), work, work.resolve("launcher.log")));
    }

    /** Holds two databases until it is killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) {
            LocalStack stack = LocalStack.builder()
                    .dataFolder(Path.of(arguments[0]))
                    .with(Part.POSTGRES, Part.CLICKHOUSE)
                    .start();
            stack.crash().join();
        }
    }
}
