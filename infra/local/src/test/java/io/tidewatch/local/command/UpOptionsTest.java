package io.tidewatch.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void theDemoIsReplayedUnlessRefused() {
        UpOptions options = parse("--home", "/checkout/target/app");

        assertThat(options.home()).isEqualTo(Path.of("/checkout/target/app"));
        assertThat(options.data()).isEqualTo(Path.of(".tidewatch").toAbsolutePath());
        assertThat(options.accounts()).isEmpty();
        assertThat(options.demo()).contains(new UpOptions.Demo(Optional.empty(), Optional.empty()));
        assertThat(parse("--no-demo").demo()).isEmpty();
    }

    @Test
    void everyOptionIsTaken() {
        UpOptions options = parse(
                "--data=/data/one",
                "--accounts",
                "/a.json",
                "--demo-predictions",
                "5000",
                "--fault",
                "distance,1.609,2001-05-01,2001-05-04");

        assertThat(options.data()).isEqualTo(Path.of("/data/one"));
        assertThat(options.accounts()).contains(Path.of("/a.json"));
        assertThat(options.demo())
                .contains(new UpOptions.Demo(Optional.of("5000"), Optional.of("distance,1.609,2001-05-01,2001-05-04")));
        assertThat(parse("--demo-predictions=all").demo())
                .contains(new UpOptions.Demo(Optional.of("all"), Optional.empty()));
    }

    @Test
    void ofSeveralTheLastCounts() {
        assertThat(parse("--data", "/one", "--data=/two").data()).isEqualTo(Path.of("/two"));
    }

    @Test
    void mistakesAreNamed() {
        assertMistake("--demo", "--demo-predictions", "0");
        assertMistake("whole number", "--demo-predictions", "many");
        assertMistake("needs a value", "--data");
        assertMistake("empty", "--data", "");
        assertMistake("Unknown option --detach", "--detach");
        assertMistake("Unknown option --no-demo", "--no-demo=yes");
        assertMistake("does not go with", "--no-demo", "--demo-predictions", "5");
    }

    private static void assertMistake(String expected, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(expected);
    }

    private static UpOptions parse(String... words) {
        return UpOptions.parse(List.of(words));
    }
}
