package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Accounting of events, and the dead letters. */
@ApplicationScoped
public class Ingestion {

    private final Backend backend;

    /** Ingestion behind this door. */
    public Ingestion(Backend backend) {
        this.backend = backend;
    }

    /** Where the acknowledged events of the models are that the person may read. */
    public Accounting accounting(Caller caller) {
        return backend.get(caller, Query.path("/ingestion/accounting"), Accounting.class);
    }

    /**
     * One page of dead letters, newest first.
     *
     * @param model key of a model, null for all that the person may change
     * @param state open, replayed, discarded or all
     */
    public Page<DeadLetter> letters(
            Caller caller, @Nullable String model, String state, int limit, @Nullable String cursor) {
        return backend.get(
                caller,
                Query.path("/ingestion/dead-letters")
                        .with("model", model)
                        .with("state", state)
                        .with("limit", limit)
                        .with("cursor", cursor),
                new TypeReference<>() {});
    }

    /** One dead letter with its payload. */
    public DeadLetter letter(Caller caller, String id) {
        return backend.get(caller, Query.path("/ingestion/dead-letters/{}", id), DeadLetter.class);
    }

    /** Sends the events of open letters again. */
    public Replay replay(Caller caller, DeadLetterChoice choice) {
        return backend.post(caller, Query.path("/ingestion/dead-letters/replays"), choice, Replay.class);
    }

    /** Marks open letters as not wanted. */
    public Discard discard(Caller caller, DeadLetterChoice choice) {
        return backend.post(caller, Query.path("/ingestion/dead-letters/discards"), choice, Discard.class);
    }
}
