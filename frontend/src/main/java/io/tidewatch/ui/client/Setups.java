package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;

/** What the first hour of a model needs: its setup, an API key, and the schema that was inferred. */
@ApplicationScoped
public class Setups {

    private final Backend backend;

    /** Setups behind this door. */
    public Setups(Backend backend) {
        this.backend = backend;
    }

    /** How far the setup of a model is. */
    public Setup get(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}/setup", model), Setup.class);
    }

    /** Leaves a step out for now. */
    public void skip(Caller caller, String model, String step) {
        backend.put(caller, Query.path("/models/{}/setup/skips/{}", model, step));
    }

    /** Takes a skipped step up again. */
    public void resume(Caller caller, String model, String step) {
        backend.delete(caller, Query.path("/models/{}/setup/skips/{}", model, step));
    }

    /** Which health checks of a model are on. */
    public HealthChecks checks(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}/health-checks", model), HealthChecks.class);
    }

    /** The health checks that fit a model. */
    public HealthSuggestion suggestedChecks(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}/health-checks/suggestion", model), HealthSuggestion.class);
    }

    /** Chooses the health checks of a model; fails if somebody else did since this revision. */
    public HealthChecks choose(Caller caller, String model, HealthChecks.Choice choice, int revision) {
        return backend.put(caller, Query.path("/models/{}/health-checks", model), choice, revision, HealthChecks.class);
    }

    /** Goes back to the usual health checks; fails if somebody else chose since this revision. */
    public HealthChecks unchoose(Caller caller, String model, int revision) {
        return backend.delete(caller, Query.path("/models/{}/health-checks", model), revision, HealthChecks.class);
    }

    /** Creates an API key; only admins of the team may. */
    public CreatedApiKey createKey(Caller caller, NewApiKey key) {
        return backend.post(caller, Query.path("/api-keys"), key, CreatedApiKey.class);
    }

    /** Confirms or corrects an inferred schema. */
    public ModelVersion settle(Caller caller, String model, String version, SettledSchema schema) {
        return backend.put(
                caller, Query.path("/models/{}/versions/{}/schema", model, version), schema, ModelVersion.class);
    }

    /** Where programs send their events, without {@code /api/v1}. */
    public String endpoint() {
        String url = backend.publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
