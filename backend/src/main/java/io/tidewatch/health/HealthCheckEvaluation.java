package io.tidewatch.health;

import io.smallrye.mutiny.Uni;
import io.tidewatch.health.decision.CheckJudge;
import io.tidewatch.health.decision.CheckOutcome;
import io.tidewatch.health.decision.HealthChecks;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the checks of a model that are on, all but drift. */
@ApplicationScoped
public class HealthCheckEvaluation {

    private static final Duration WINDOW = Duration.ofHours(24);
    // Events may be ahead of this clock by an hour.
    private static final Duration AHEAD = Duration.ofHours(1);

    private final HealthCheckQueries queries;

    HealthCheckEvaluation(HealthCheckQueries queries) {
        this.queries = queries;
    }

    /**
     * What the checks find.
     *
     * @param last time of the newest prediction, null if there is none
     */
    public Uni<List<CheckOutcome>> run(
            OrganizationId organization, ModelId model, HealthChecks checks, @Nullable Instant last, Instant now) {
        List<Uni<CheckOutcome>> running = new ArrayList<>();
        if (checks.silence().enabled()) {
            running.add(Uni.createFrom().item(CheckJudge.silence(checks.silence(), last, now)));
        }
        if (checks.missingValues().enabled()) {
            running.add(queries.missing(organization, model, now.minus(WINDOW), now.plus(AHEAD))
                    .map(observed -> CheckJudge.missingValues(checks.missingValues(), observed)));
        }
        if (checks.groundTruth().enabled()) {
            Instant due = now.minus(checks.groundTruth().delay());
            running.add(queries.groundTruth(organization, model, due.minus(WINDOW), due)
                    .map(day -> CheckJudge.groundTruth(checks.groundTruth(), day.predictions(), day.withTruth())));
        }
        return running.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(running).andFailFast();
    }
}
