package io.tidewatch.sdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Redaction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.micrometer.TidewatchMetrics;
import io.tidewatch.sdk.testing.RecordingTidewatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TidewatchAutoConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TidewatchAutoConfiguration.class));
    private final ApplicationContextRunner configured = runner.withPropertyValues(
            "tidewatch.endpoint=http://127.0.0.1:9",
            "tidewatch.api-key=tw_secret",
            "tidewatch.model=flight-delay",
            "tidewatch.version=2",
            "tidewatch.queue-capacity=5",
            "tidewatch.flush-interval=1m",
            "tidewatch.close-timeout=1ms");

    @Test
    void makesAClientAndClosesIt() {
        AtomicReference<Tidewatch> made = new AtomicReference<>();
        configured.run(context -> {
            made.set(context.getBean(Tidewatch.class));
            made.get().record(Prediction.builder().feature("a", 1));
            assertThat(context.getBean(TidewatchProperties.class).toString()).doesNotContain("tw_secret");
        });
        made.get().record(Prediction.builder().feature("a", 2));
        assertThat(made.get().stats().dropped(DropReason.CLOSED)).isEqualTo(2);
    }

    @Test
    void missingOptionsStopTheStartWithTheirNames() {
        runner.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("TIDEWATCH_ENDPOINT"));
    }

    @Test
    void canBeSwitchedOff() {
        runner.withPropertyValues("tidewatch.enabled=false").run(context -> {
            assertThat(context).hasSingleBean(Tidewatch.class);
            assertThat(context.getBean(Tidewatch.class).stats().recorded()).isZero();
        });
    }

    @Test
    void theApplicationsRedactionIsUsed() {
        AtomicReference<Tidewatch> made = new AtomicReference<>();
        configured
                .withPropertyValues("tidewatch.close-timeout=10s", "tidewatch.retry-deadline=1ms")
                .withBean(Redaction.class, () -> prediction -> null)
                .run(context -> {
                    made.set(context.getBean(Tidewatch.class));
                    made.get().record(Prediction.builder().feature("a", 1));
                });
        assertThat(made.get().stats().dropped(DropReason.WITHHELD_BY_REDACTION)).isEqualTo(1);
    }

    @Test
    void theApplicationsOwnClientComesFirst() {
        configured
                .withBean(Tidewatch.class, RecordingTidewatch::new)
                .run(context -> assertThat(context.getBean(Tidewatch.class)).isInstanceOf(RecordingTidewatch.class));
    }

    @Test
    void countsAreMetersWhereMicrometerIsThere() {
        configured.run(context -> {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            context.getBean(MeterBinder.class).bindTo(registry);
            assertThat(registry.get("tidewatch.sdk.events.pending")
                            .tag("model", "flight-delay")
                            .gauge())
                    .isNotNull();
        });
        configured
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TidewatchMetrics.class));
    }
}
