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

    /** How long one step may take. After it another backend takes the job over: steps must be repeatable. */
    Duration lease();

    /** Does the next step of a job. After a failure the job comes back when its lease has ended. */
    Uni<Outcome> run(Job job);

    /** What is to become of a job after a step. */
    sealed interface Outcome {

        /** There is nothing left to do. */
        record Done() implements Outcome {}

        /** There is another step to do, not before this time. */
        record Again(Instant at) implements Outcome {}
    }
}
