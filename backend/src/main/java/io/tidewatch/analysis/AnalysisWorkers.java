package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.WorkerPool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** The one place where statistics leave the event loop: as many at a time as there are processors. */
@ApplicationScoped
class AnalysisWorkers {

    private static final int WAITING = 200;

    private final WorkerPool pool =
            new WorkerPool("analysis", Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING);

    /** Runs the work; the result comes back on the caller's context. */
    <T> Uni<T> run(Callable<T> work) {
        return pool.run(work);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
