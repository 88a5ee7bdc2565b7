package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;

/** Volume, drift and performance of a model. */
@ApplicationScoped
public class Analysis {

    private final Backend backend;

    /** Analysis behind this door. */
    public Analysis(Backend backend) {
        this.backend = backend;
    }

    /** Predictions over time in intervals the backend chooses. */
    public Volume volume(Caller caller, String model, Scope scope) {
        return backend.get(
                caller, Query.path("/models/{}/volume", model).in(scope).with("interval", "auto"), Volume.class);
    }

    /** Every feature of the window against the baseline. */
    public Drift drift(Caller caller, String model, Scope scope) {
        return backend.get(caller, Query.path("/models/{}/drift", model).in(scope), Drift.class);
    }

    /** One feature with both distributions. */
    public Drift.Feature feature(Caller caller, String model, String feature, Scope scope) {
        return backend.get(
                caller, Query.path("/models/{}/drift/{}", model, feature).in(scope), Drift.Feature.class);
    }

    /** One feature's drift over time; {@code interval} is an ISO 8601 duration. */
    public DriftHistory.OfFeature featureHistory(
            Caller caller, String model, String feature, Scope scope, String interval) {
        return backend.get(
                caller,
                Query.path("/models/{}/drift/{}/history", model, feature)
                        .in(scope)
                        .with("interval", interval),
                DriftHistory.OfFeature.class);
    }

    /** All features' drift over time. */
    public DriftHistory history(Caller caller, String model, Scope scope, String interval) {
        return backend.get(
                caller,
                Query.path("/models/{}/drift-history", model).in(scope).with("interval", interval),
                DriftHistory.class);
    }

    /** Metrics over time and in all, by version. */
    public Performance performance(Caller caller, String model, Scope scope, String interval) {
        return backend.get(
                caller,
                Query.path("/models/{}/performance", model).in(scope).with("interval", interval),
                Performance.class);
    }
}
