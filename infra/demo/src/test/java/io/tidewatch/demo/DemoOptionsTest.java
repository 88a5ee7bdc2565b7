package io.tidewatch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.demo.replay.Fault;
import io.tidewatch.demo.replay.ReplayRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void hasDefaultsForEverything() {
        DemoOptions options = DemoOptions.parse(List.of());

        assertThat(options.change(ReplayRequest.DEFAULT)).isEqualTo(new ReplayRequest(300_000, List.of(Fault.DEFAULT)));
        assertThat(options.suffix()).isEmpty();
        assertThat(options.stack()).isEqualTo(Path.of(".tidewatch/stack.json"));
    }

    @Test
    void keepsItsDataBesideTheStackFile() {
        assertThat(DemoOptions.parse(List.of("--stack", "/data/stack.json")).data())
                .isEqualTo(Path.of("/data/demo"));
    }

    @Test
    void readsEachOption() {
        DemoOptions options = DemoOptions.parse(List.of(
                "--stack",
                "s.json",
                "--predictions",
                "all",
                "--fault",
                "hour,2,-3d,-1d",
                "--fault",
                "distance,2,-9d,-8d",
                "--suffix",
                "trial",
                "--data",
                "d",
                "--flights",
                "f.parquet"));

        assertThat(options)
                .isEqualTo(new DemoOptions(
                        Path.of("s.json"),
                        Path.of("f.parquet"),
                        Path.of("d"),
                        ReplayRequest.ALL,
                        List.of("hour,2,-3d,-1d", "distance,2,-9d,-8d"),
                        "trial"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--predictions", "0")))
                .hasMessage("--predictions needs a number above zero, or all: 0");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--predictions", "many")))
                .hasMessage("--predictions needs a number above zero, or all: many");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--fault"))).hasMessage("--fault needs a value");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--suffix", "Not this")))
                .hasMessageStartingWith("--suffix needs up to 20");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--fast"))).hasMessage("Unknown option --fast");
    }

    @Test
    void aBadOptionEndsTheProgramWithItsOwnCode() {
        List<String> lines = new ArrayList<>();

        int code = Demo.run(List.of("--fast"), Clock.systemUTC(), lines::add);

        assertThat(code).isEqualTo(2);
        assertThat(lines).containsExactly("Unknown option --fast");
    }

    @Test
    void aMissingStackEndsTheProgramWithOneLine() {
        List<String> lines = new ArrayList<>();

        int code = Demo.run(List.of("--stack", "/nowhere/stack.json"), Clock.systemUTC(), lines::add);

        assertThat(code).isEqualTo(1);
        assertThat(lines).singleElement().asString().startsWith("failed: ").contains("/nowhere/stack.json");
    }

    @Test
    void findsThePartsWhereTheEnvironmentSays() {
        assertThat(PartsFolder.of(Map.of(), "/home/me")).isEqualTo(Path.of("/home/me/.cache/tidewatch"));
        assertThat(PartsFolder.of(Map.of("XDG_CACHE_HOME", "/cache"), "/home/me"))
                .isEqualTo(Path.of("/cache/tidewatch"));
        assertThat(PartsFolder.of(Map.of("TIDEWATCH_PARTS", "/parts", "XDG_CACHE_HOME", "/cache"), "/home/me"))
                .isEqualTo(Path.of("/parts"));
    }
}
