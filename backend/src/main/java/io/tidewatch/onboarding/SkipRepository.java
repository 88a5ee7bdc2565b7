package io.tidewatch.onboarding;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.onboarding.decision.SetupStep;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Skipped steps of the organization whose transaction is open. */
@ApplicationScoped
class SkipRepository implements PanacheRepositoryBase<SkipEntity, UUID> {

    Uni<Set<SetupStep>> of(ModelId model) {
        return list("modelId", model.value()).map(rows -> {
            Set<SetupStep> steps = EnumSet.noneOf(SetupStep.class);
            rows.forEach(row -> steps.add(row.step));
            return steps;
        });
    }

    /** Returns how many rows were removed: one, or none if the step was not skipped. */
    Uni<Long> remove(ModelId model, SetupStep step) {
        return delete("modelId = ?1 and step = ?2", model.value(), step);
    }
}
