package io.tidewatch.platform.clickhouse;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.WorkerPool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when ClickHouse answers and its tables are migrated. */
@Readiness
@ApplicationScoped
class EventStoreHealth implements AsyncHealthCheck {

    private static final String NAME = "Event store (ClickHouse)";

    private final ClickHouseConfig config;
    private final ClickHouseConnections connections;
    private final EventStoreStart start;
    // A pool of its own, so that a full query pool doesn't look like an outage.
    private final WorkerPool workers = new WorkerPool("clickhouse-health", 1, 8);

    EventStoreHealth(ClickHouseConfig config, ClickHouseConnections connections, EventStoreStart start) {
        this.config = config;
        this.connections = connections;
        this.start = start;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return workers.run(
                        () -> connections.inserts().ping(config.connectTimeout().toMillis()))
                .onFailure()
                .recoverWithItem(false)
                .map(answers -> HealthCheckResponse.named(NAME)
                        .status(answers && start.isMigrated())
                        .withData("answers", answers)
                        .withData("migrated", start.isMigrated())
                        .build());
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
