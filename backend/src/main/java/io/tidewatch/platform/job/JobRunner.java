package io.tidewatch.platform.job;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.JobHandler.Outcome;
import io.tidewatch.platform.job.JobQueue.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks for due jobs every few seconds and hands them to their handlers, one after the other. */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int JOBS_AT_ONCE = 10;

    private final JobQueue jobs;
    private final List<JobHandler> handlers;
    private final Clock clock;
    private final Map<Job, JobHandler> claimed = new ConcurrentHashMap<>();

    JobRunner(JobQueue jobs, @All List<JobHandler> handlers, Clock clock) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Does what is due. */
    @Scheduled(
            every = "${tidewatch.job.poll-interval:PT5S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "job-runner")
    Uni<Void> runDue() {
        return Multi.createFrom()
                .iterable(handlers)
                .onItem()
                .transformToUniAndConcatenate(this::runDue)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Keeps what this backend is at from the others. */
    @Scheduled(
            every = "${tidewatch.job.renew-interval:PT20S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "job-renewal")
    Uni<Void> renew() {
        return Multi.createFrom()
                .iterable(Map.copyOf(claimed).entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> jobs.extend(
                        entry.getKey(), clock.instant().plus(entry.getValue().lease())))
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("The leases of jobs can't be renewed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> runDue(JobHandler handler) {
        return jobs.claim(handler.queue(), JOBS_AT_ONCE, handler.lease())
                .invoke(taken -> taken.forEach(job -> claimed.put(job, handler)))
                .onItem()
                .transformToMulti(taken -> Multi.createFrom().iterable(taken))
                .onItem()
                .transformToUniAndConcatenate(
                        job -> run(handler, job).onTermination().invoke(() -> claimed.remove(job)))
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Jobs of %s can't be claimed: %s", handler.queue(), failure))
                .onFailure()
                .recoverWithNull();
    }

    /** One step of a job; a failure leaves it to come back after its lease. */
    Uni<Void> run(JobHandler handler, Job job) {
        return Uni.createFrom()
                .deferred(() -> handler.run(job))
                .chain(outcome -> switch (outcome) {
                    case Outcome.Done ignored -> jobs.finish(job);
                    case Outcome.Again again -> jobs.postpone(job, again.at());
                })
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        failure,
                        "Job %s of %s failed at attempt %d and comes back at %s",
                        job.id(),
                        job.queue(),
                        job.attempts(),
                        clock.instant().plus(handler.lease())))
                .onFailure()
                .recoverWithNull();
    }
}
