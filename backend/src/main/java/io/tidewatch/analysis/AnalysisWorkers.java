package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.WorkerPool;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** The one place where statistics leave the event loop: as many at a time as there are processors. */
@ApplicationScoped
class AnalysisWorkers {

    private static final int WAITING = 200;

    private final WorkerPool pool =
            new WorkerPool("analysis", Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING);

    /** Runs the work, of which an organization takes half of the places at most; the result comes back on the caller's context. */
    <T> Uni<T> run(OrganizationId organization, Callable<T> work) {
        return pool.run(organization, work);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
