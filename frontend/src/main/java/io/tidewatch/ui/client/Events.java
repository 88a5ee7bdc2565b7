package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Stored predictions as they are kept. */
@ApplicationScoped
public class Events {

    private final Backend backend;

    /** Stored predictions behind this door. */
    public Events(Backend backend) {
        this.backend = backend;
    }

    /** One page of a window's predictions. */
    public Page<StoredPrediction> list(Caller caller, String model, Scope scope, int limit, @Nullable String cursor) {
        return backend.get(
                caller,
                Query.path("/models/{}/predictions", model)
                        .in(scope)
                        .with("limit", limit)
                        .with("cursor", cursor),
                new TypeReference<>() {});
    }

    /** One prediction by its id. */
    public StoredPrediction get(Caller caller, String model, String predictionId) {
        return backend.get(
                caller, Query.path("/models/{}/predictions/{}", model, predictionId), StoredPrediction.class);
    }
}
