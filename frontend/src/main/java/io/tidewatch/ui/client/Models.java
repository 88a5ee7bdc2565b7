package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Registered models, their versions and baselines, and with whom they are shared. */
@ApplicationScoped
public class Models {

    /** More versions or baselines than this are history nobody scrolls to. */
    private static final int MOST_PAGES = 10;

    private final Backend backend;

    /** Models behind this door. */
    public Models(Backend backend) {
        this.backend = backend;
    }

    /** One page of the models the person may read; {@code team} and {@code search} narrow it. */
    public Page<Model> list(Caller caller, @Nullable String team, @Nullable String search, @Nullable String cursor) {
        return backend.get(
                caller,
                Query.path("/models")
                        .with("limit", Page.SIZE)
                        .with("team", team)
                        .with("search", search)
                        .with("cursor", cursor),
                new TypeReference<>() {});
    }

    /** One model; fails with {@link Failure.NotHere} for a missing, foreign or unshared one alike. */
    public Model get(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}", model), Model.class);
    }

    /** Registers a model. */
    public Model register(Caller caller, NewModel model) {
        return backend.post(caller, Query.path("/models"), model, Model.class);
    }

    /** The model's current verdict. */
    public Health health(Caller caller, String model) {
        return backend.get(caller, Query.path("/models/{}/health", model), Health.class);
    }

    /** The versions, in the backend's order. */
    public List<ModelVersion> versions(Caller caller, String model) {
        return Page.all(
                MOST_PAGES,
                cursor -> this.<ModelVersion>page(
                        caller, "/models/{}/versions", model, cursor, new TypeReference<>() {}));
    }

    /** The baselines, in the backend's order; one is current. */
    public List<Baseline> baselines(Caller caller, String model) {
        return Page.all(
                MOST_PAGES,
                cursor -> this.<Baseline>page(caller, "/models/{}/baselines", model, cursor, new TypeReference<>() {}));
    }

    private <T> Page<T> page(
            Caller caller, String template, String model, @Nullable String cursor, TypeReference<Page<T>> type) {
        return backend.get(
                caller, Query.path(template, model).with("limit", Page.SIZE).with("cursor", cursor), type);
    }

    /** Pins a baseline; it becomes the current one. */
    public Baseline pin(Caller caller, String model, NewBaseline baseline) {
        return backend.post(caller, Query.path("/models/{}/baselines", model), baseline, Baseline.class);
    }

    /** Lets a team read the model. */
    public void share(Caller caller, String model, String team) {
        backend.put(caller, Query.path("/models/{}/shares/{}", model, team));
    }

    /** Takes a team's reading right back. */
    public void unshare(Caller caller, String model, String team) {
        backend.delete(caller, Query.path("/models/{}/shares/{}", model, team));
    }
}
