package io.tidewatch.sdk.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Unremovable;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.FlushResult;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Redaction;
import io.tidewatch.sdk.Tidewatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TidewatchProducerTest {

    @Inject
    Tidewatch tidewatch;

    @Inject
    Tidewatch same;

    @Inject
    TidewatchConfig config;

    @Test
    void oneClientIsMadeFromTheConfigurationAndTheApplicationsBeans() {
        assertThat(config.queueCapacity()).hasValue(7);
        assertThat(config.flushInterval()).contains(Duration.ofMinutes(1));
        assertThat(same).isSameAs(tidewatch);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("tidewatch-flight-delay");

        tidewatch.record(Prediction.builder().feature("secret", "x"));
        FlushResult result = tidewatch.close(Duration.ofSeconds(20));

        assertThat(result.complete()).isTrue();
        assertThat(result.stats().droppedByReason()).isEqualTo(Map.of(DropReason.WITHHELD_BY_REDACTION, 1L));
    }

    /** Found by the producer. */
    @Singleton
    @Unremovable
    static class Withhold implements Redaction {

        @Override
        public @Nullable Prediction apply(Prediction prediction) {
            return prediction.features().containsKey("secret") ? null : prediction;
        }
    }
}
