package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Events;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.client.Scope;
import io.tidewatch.ui.client.Setup;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.client.StoredPrediction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a setup page shows.
 *
 * @param versions newest first
 * @param newest the newest prediction, null if there is none
 * @param mayCreateKey true for admins of the owner team and of the organization
 */
record SetupPage(
        Model model,
        Setup setup,
        List<ModelVersion> versions,
        @Nullable StoredPrediction newest,
        boolean mayCreateKey) {

    /** Reads it. Blocks. */
    static SetupPage read(Caller caller, Me me, Models models, Events events, Setups setups, String key) {
        Model model = models.get(caller, key);
        Setup setup = setups.get(caller, key);
        boolean admin = me.organization(caller.organization())
                .filter(organization -> organization.organizationAdmin()
                        || organization.teams().stream()
                                .anyMatch(team -> team.key().equals(model.team().key()) && "admin".equals(team.role())))
                .isPresent();
        return new SetupPage(
                model,
                setup,
                models.versions(caller, key),
                newest(caller, events, key, setup.lastPredictionAt()),
                admin);
    }

    private static @Nullable StoredPrediction newest(
            Caller caller, Events events, String key, @Nullable Instant lastAt) {
        if (lastAt == null) {
            return null;
        }
        Scope scope = new Scope(lastAt, lastAt.plus(1, ChronoUnit.MICROS), null, null);
        Page<StoredPrediction> page = events.list(caller, key, scope, 1, null);
        return page.items().isEmpty() ? null : page.items().getFirst();
    }

    /** The version whose schema waits for a person, else the newest one; null if there is none. */
    @Nullable
    ModelVersion version() {
        return versions.stream()
                .filter(ModelVersion::isInferred)
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.getFirst());
    }

    boolean canEdit() {
        return model.access().edit();
    }
}
