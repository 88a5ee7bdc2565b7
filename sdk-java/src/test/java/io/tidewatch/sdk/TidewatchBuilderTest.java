package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidewatchBuilderTest {

    private static final String KEY = "tw_abcdefghijklmnop_0123456789";

    @Test
    void namesWhatIsMissingAndHowToSetIt() {
        assertThatThrownBy(() -> Tidewatch.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endpoint is missing: set it on the builder or in the environment variable"
                        + " TIDEWATCH_ENDPOINT");
        assertThatThrownBy(() ->
                        complete().model("m").environmentVariables(Map.of()).version(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version must not be blank");
    }

    static Stream<Arguments> refusesWhatCannotWork() {
        return Stream.of(
                row("endpoint", b -> b.endpoint("ftp://example.com")),
                row("endpoint", b -> b.endpoint("example.com")),
                row("endpoint", b -> b.endpoint("https://")),
                row("endpoint", b -> b.endpoint("https://user:password@example.com")),
                row("endpoint", b -> b.endpoint("https://example.com?x=1")),
                row("endpoint", b -> b.endpoint("not an address")),
                row("apiKey", b -> b.apiKey("")),
                row("apiKey", b -> b.apiKey("two words")),
                row("apiKey", b -> b.apiKey("line\r\nX-Injected: 1")),
                row("model", b -> b.model(" ")),
                row("environment", b -> b.environment("")),
                row("queueCapacity", b -> b.queueCapacity(0)),
                row("maxQueueBytes", b -> b.maxQueueBytes(1)),
                row("batchSize", b -> b.batchSize(0)),
                row("batchSize", b -> b.batchSize(10_001)),
                row("maxEventBytes", b -> b.maxEventBytes(10)),
                row("flushInterval", b -> b.flushInterval(Duration.ZERO)),
                row("requestTimeout", b -> b.requestTimeout(Duration.ofSeconds(-1))),
                row("retryDeadline", b -> b.retryDeadline(Duration.ofDays(400))),
                row("closeTimeout", b -> b.closeTimeout(null)),
                row("sampling", b -> b.sampling(1.1)),
                row("sampling", b -> b.sampling(Double.NaN)),
                row("listener", b -> b.listener(null)),
                row("clock", b -> b.clock(null)),
                row("httpClient", b -> b.httpClient(null)),
                row("spool", b -> b.spool(null)),
                row("spool", b -> b.spool(Path.of("x"), 10)));
    }

    private static Arguments row(String name, Consumer<TidewatchBuilder> setting) {
        return Arguments.of(name, setting);
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotWork(String name, Consumer<TidewatchBuilder> setting) {
        assertThatThrownBy(() -> setting.accept(complete()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesASpoolThatCannotBeWritten(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> complete().spool(file).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spool directory");
    }

    @Test
    void takesEverythingFromEnvironmentVariables(@TempDir Path folder) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("TIDEWATCH_ENABLED", "true");
        variables.put("TIDEWATCH_ENDPOINT", "https://tidewatch.example.com");
        variables.put("TIDEWATCH_API_KEY", KEY);
        variables.put("TIDEWATCH_MODEL", "flight-delay");
        variables.put("TIDEWATCH_VERSION", "2");
        variables.put("TIDEWATCH_ENVIRONMENT", "staging");
        variables.put("TIDEWATCH_SAMPLING", "0.5");
        variables.put("TIDEWATCH_QUEUE_CAPACITY", "1000");
        variables.put("TIDEWATCH_MAX_QUEUE_BYTES", "1000000");
        variables.put("TIDEWATCH_BATCH_SIZE", "100");
        variables.put("TIDEWATCH_MAX_EVENT_BYTES", "2000");
        variables.put("TIDEWATCH_FLUSH_INTERVAL", "500ms");
        variables.put("TIDEWATCH_REQUEST_TIMEOUT", "PT3S");
        variables.put("TIDEWATCH_RETRY_DEADLINE", "2m");
        variables.put("TIDEWATCH_CLOSE_TIMEOUT", "1s");
        variables.put("TIDEWATCH_COMPRESSION", "off");
        variables.put("TIDEWATCH_VALIDATION", "yes");
        variables.put("TIDEWATCH_SPOOL_DIRECTORY", folder.toString());
        variables.put("TIDEWATCH_SPOOL_MAX_BYTES", "100000000");
        assertThat(variables.keySet()).isEqualTo(EnvironmentVariables.ALL.keySet());

        TidewatchBuilder builder = Tidewatch.builder().environmentVariables(variables);
        Settings settings = builder.settings();

        assertThat(settings.model()).isEqualTo("flight-delay");
        assertThat(settings.version()).isEqualTo("2");
        assertThat(settings.environment()).isEqualTo("staging");
        assertThat(settings.sampling()).isEqualTo(0.5);
        assertThat(settings.queueCapacity()).isEqualTo(1000);
        assertThat(settings.maxQueueBytes()).isEqualTo(1_000_000);
        assertThat(settings.batchSize()).isEqualTo(100);
        assertThat(settings.maxEventBytes()).isEqualTo(2000);
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.retryDeadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.closeTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.compression()).isFalse();
        assertThat(settings.validation()).isTrue();
        builder.build().close();
        assertThat(folder.resolve("flight-delay")).isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "TIDEWATCH_BATCH_SIZE, many",
        "TIDEWATCH_FLUSH_INTERVAL, soon",
        "TIDEWATCH_COMPRESSION, perhaps",
        "TIDEWATCH_SAMPLING, 2",
        "TIDEWATCH_ENDPOINT, nowhere",
    })
    void namesTheVariableThatCannotBeUsed(String name, String value) {
        assertThatThrownBy(() -> Tidewatch.builder().environmentVariables(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void ignoresEmptyVariablesAndThoseOfOthers() {
        Settings settings = complete()
                .environmentVariables(Map.of("TIDEWATCH_MODEL", " ", "PATH", "/bin", "TIDEWATCH_UI_PORT", "1"))
                .settings();

        assertThat(settings.model()).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "NO", "off"})
    void canBeSwitchedOffWithoutAnythingElseSet(String value) {
        try (Tidewatch tidewatch = Tidewatch.builder()
                .environmentVariables(Map.of("TIDEWATCH_ENABLED", value))
                .build()) {
            assertThat(tidewatch.record(Prediction.builder())).hasSize(36);
            assertThat(tidewatch.flush(Duration.ZERO).complete()).isTrue();
            assertThat(tidewatch.awaitCapacity(5, Duration.ZERO)).isTrue();
            assertThat(tidewatch.stats().recorded()).isZero();
            tidewatch.recordGroundTruth(GroundTruth.ofClass("a", "b"));
        }
    }

    @Test
    void neverShowsTheKey() {
        assertThat(complete().toString()).doesNotContain(KEY).doesNotContain("0123456789");
        assertThatThrownBy(() ->
                        Tidewatch.builder().environmentVariables(Map.of("TIDEWATCH_API_KEY", KEY + " with a space")))
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aBatchIsNeverLargerThanTheQueue() {
        assertThat(complete().queueCapacity(10).batchSize(100).settings().batchSize())
                .isEqualTo(10);
    }

    private static TidewatchBuilder complete() {
        return Tidewatch.builder()
                .endpoint("https://tidewatch.example.com/")
                .apiKey(KEY)
                .model("m")
                .version("1");
    }
}
