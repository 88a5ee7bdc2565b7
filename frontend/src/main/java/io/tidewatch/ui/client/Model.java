package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered model. {@code task} is binary, multiclass or regression. */
public record Model(
        String key,
        String name,
        @Nullable String description,
        String task,
        TeamRef team,
        @Nullable List<String> sharedWith,
        Instant createdAt,
        long revision,
        Access access) {

    /** Keys of the teams besides the owner that may read this model. */
    public List<String> sharedTeams() {
        return sharedWith == null ? List.of() : sharedWith;
    }

    /** The team that owns the model. */
    public record TeamRef(String key, String name) {}

    /** What the signed-in person may do with the model. */
    public record Access(boolean edit) {}
}
