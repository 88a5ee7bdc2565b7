package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Training and validation runs of models. */
@ApplicationScoped
public class Runs {

    /** The newest 500 runs: older ones are history, and stay readable by their address. */
    private static final int MOST_PAGES = 10;

    private final Backend backend;

    /** Runs behind this door. */
    public Runs(Backend backend) {
        this.backend = backend;
    }

    /** The runs of a model, newest first; {@code version} narrows them to those linked to it. */
    public List<Run> list(Caller caller, String model, @Nullable String version) {
        return Page.all(
                MOST_PAGES,
                cursor -> backend.get(
                        caller,
                        Query.path("/models/{}/runs", model)
                                .with("limit", Page.SIZE)
                                .with("version", version)
                                .with("cursor", cursor),
                        new TypeReference<Page<Run>>() {}));
    }

    /** One run with its large parts. */
    public RunDetail get(Caller caller, String model, String id) {
        return backend.get(caller, Query.path("/models/{}/runs/{}", model, id), RunDetail.class);
    }
}
