package io.tidewatch.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.local.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aLogGetsOneLineForEachEventAndForEachTenPercent() {
        PlainDisplay display = new PlainDisplay(out);

        display.starting(Part.CLICKHOUSE);
        display.ready(Part.CLICKHOUSE, 8123, Duration.ofMillis(1234));
        display.demo("training");
        display.demo("training");
        for (int percent = 0; percent <= 100; percent++) {
            display.demo("replay " + percent + " %");
        }

        assertThat(lines())
                .startsWith("clickhouse is starting", "clickhouse is ready on port 8123 (1.2 s)", "demo: training")
                .contains("demo: replay 0 %", "demo: replay 10 %", "demo: replay 100 %")
                .doesNotContain("demo: replay 11 %")
                .hasSize(14);
    }

    @Test
    void aTerminalIsRedrawnInPlace() {
        LiveDisplay display = new LiveDisplay(out);

        display.starting(Part.POSTGRES);
        display.ready(Part.POSTGRES, 5432, Duration.ofMillis(900));
        display.settled();
        display.say("done");

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("postgres    starting ...", "\u001b[A", "ready on port 5432     0.9 s")
                .endsWith("done\n");
    }

    @Test
    void tablesAreAligned() {
        assertThat(Table.of(List.of(List.of("User", "Role"), List.of("demo-editor", "editor of delays"))))
                .isEqualTo("  User         Role\n  demo-editor  editor of delays");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
