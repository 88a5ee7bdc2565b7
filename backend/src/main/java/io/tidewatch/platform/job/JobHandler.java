package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.JobQueue.Job;
import java.time.Duration;
import java.time.Instant;

/**
 * Does the jobs of one queue. A bean of this type is found by {@link JobRunner} and called for each due job; at most one
 * at a time per backend.
 */
public interface JobHandler {

    /** Name of the queue. */
    String queue();

    /**
     * How soon a job comes back whose step has failed or whose backend has died: steps must be repeatable. While a step
     * runs, its backend renews the lease.
     */
    Duration lease();

    /** Does the next step of a job. */
    Uni<Outcome> run(Job job);

    /** What is to become of a job after a step. */
    sealed interface Outcome {

        /** There is nothing left to do. */
        record Done() implements Outcome {}

        /** There is another step to do, not before this time. */
        record Again(Instant at) implements Outcome {}
    }
}
