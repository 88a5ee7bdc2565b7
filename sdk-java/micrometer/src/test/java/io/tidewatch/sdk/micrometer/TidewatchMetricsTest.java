package io.tidewatch.sdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TidewatchMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void metersFollowTheClient() {
        try (Tidewatch tidewatch = Tidewatch.builder()
                .endpoint("http://127.0.0.1:9")
                .apiKey("tw_test")
                .model("flight-delay")
                .version("1")
                .queueCapacity(10)
                .flushInterval(Duration.ofMinutes(1))
                .build()) {
            new TidewatchMetrics(tidewatch, Tags.of("model", "flight-delay")).bindTo(registry);
            for (int i = 0; i < 3; i++) {
                tidewatch.record(Prediction.builder().feature("a", i));
            }
            tidewatch.record((Prediction) null);

            assertThat(count("tidewatch.sdk.events", "outcome", "recorded")).isEqualTo(4);
            assertThat(count("tidewatch.sdk.events", "outcome", "delivered")).isZero();
            assertThat(count("tidewatch.sdk.events.dropped", "reason", "invalid"))
                    .isEqualTo(1);
            assertThat(registry.get("tidewatch.sdk.events.pending").gauge().value())
                    .isEqualTo(3);
            assertThat(registry.get("tidewatch.sdk.events.spooled").gauge().value())
                    .isZero();
            tidewatch.close(Duration.ofMillis(1));
        }
        assertThat(count("tidewatch.sdk.events.dropped", "reason", "closed")).isEqualTo(3);
    }

    @Test
    void everyReasonHasAMeter() {
        new TidewatchMetrics(Tidewatch.noop(), Tags.empty()).bindTo(registry);

        assertThat(registry.find("tidewatch.sdk.events.dropped").functionCounters())
                .extracting(counter -> counter.getId().getTag("reason"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(DropReason.values())
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private double count(String name, String tag, String value) {
        return registry.get(name)
                .tags("model", "flight-delay", tag, value)
                .functionCounter()
                .count();
    }
}
