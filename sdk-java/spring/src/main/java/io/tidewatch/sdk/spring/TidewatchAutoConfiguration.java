package io.tidewatch.sdk.spring;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tidewatch.sdk.DeliveryListener;
import io.tidewatch.sdk.Redaction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.TidewatchBuilder;
import io.tidewatch.sdk.micrometer.TidewatchMetrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the one client of the application, with the application's beans of type {@link Redaction} and {@link DeliveryListener}
 * if there are any, closes it at the end, and shows its counts as meters where Micrometer is there. A bean of type
 * {@link Tidewatch} of the application's own takes its place, for example in tests.
 */
@AutoConfiguration
@EnableConfigurationProperties(TidewatchProperties.class)
public class TidewatchAutoConfiguration {

    /** The client. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    public Tidewatch tidewatch(
            TidewatchProperties properties,
            ObjectProvider<Redaction> redaction,
            ObjectProvider<DeliveryListener> listener) {
        TidewatchBuilder builder = properties.builder();
        redaction.ifUnique(builder::redaction);
        listener.ifUnique(builder::listener);
        return builder.build();
    }

    /** Apart, so that nothing of Micrometer is touched where it is absent. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Metrics {

        @Bean
        @ConditionalOnMissingBean
        TidewatchMetrics tidewatchMetrics(Tidewatch tidewatch, TidewatchProperties properties) {
            String model = properties.model();
            return new TidewatchMetrics(tidewatch, model == null ? Tags.empty() : Tags.of("model", model));
        }
    }
}
