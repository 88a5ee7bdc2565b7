package io.tidewatch.ingestion;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well as long as events go from the log to the event store. */
@Wellness
@ApplicationScoped
class WriterHealth implements HealthCheck {

    private final LogStore store;
    private final EventAccounts accounts;

    WriterHealth(LogStore store, EventAccounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        String halt = store.halt();
        return HealthCheckResponse.named("Event writer")
                .status(halt == null && store.isStoring())
                .withData("pending", accounts.pending())
                .withData("halt", halt == null ? "" : halt)
                .build();
    }
}
