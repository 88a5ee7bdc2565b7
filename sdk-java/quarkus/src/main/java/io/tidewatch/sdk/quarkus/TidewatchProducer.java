package io.tidewatch.sdk.quarkus;

import io.quarkus.arc.DefaultBean;
import io.tidewatch.sdk.DeliveryListener;
import io.tidewatch.sdk.Redaction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.TidewatchBuilder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Makes the one client of the application when it is first wanted, with the application's beans of type {@link Redaction} and
 * {@link DeliveryListener} if there are any, and closes it at the end. A bean of type {@link Tidewatch} of the application's own
 * takes its place, for example in tests.
 */
@Singleton
public class TidewatchProducer {

    /** The client. */
    @Produces
    @Singleton
    @DefaultBean
    public Tidewatch tidewatch(
            TidewatchConfig config, Instance<Redaction> redaction, Instance<DeliveryListener> listener) {
        TidewatchBuilder builder = Tidewatch.builder().enabled(config.enabled());
        config.endpoint().ifPresent(builder::endpoint);
        config.apiKey().ifPresent(builder::apiKey);
        config.model().ifPresent(builder::model);
        config.version().ifPresent(builder::version);
        config.environment().ifPresent(builder::environment);
        config.queueCapacity().ifPresent(builder::queueCapacity);
        config.maxQueueBytes().ifPresent(builder::maxQueueBytes);
        config.batchSize().ifPresent(builder::batchSize);
        config.maxEventBytes().ifPresent(builder::maxEventBytes);
        config.flushInterval().ifPresent(builder::flushInterval);
        config.requestTimeout().ifPresent(builder::requestTimeout);
        config.retryDeadline().ifPresent(builder::retryDeadline);
        config.closeTimeout().ifPresent(builder::closeTimeout);
        config.compression().ifPresent(builder::compression);
        config.sampling().ifPresent(builder::sampling);
        config.validation().ifPresent(builder::validation);
        config.spool()
                .directory()
                .ifPresent(folder -> builder.spool(
                        folder, config.spool().maxBytes().orElse(TidewatchBuilder.DEFAULT_MAX_SPOOL_BYTES)));
        if (redaction.isResolvable()) {
            builder.redaction(redaction.get());
        }
        if (listener.isResolvable()) {
            builder.listener(listener.get());
        }
        return builder.build();
    }

    /** Delivers what is there, within the close timeout. */
    public void close(@Disposes Tidewatch tidewatch) {
        tidewatch.close();
    }
}
