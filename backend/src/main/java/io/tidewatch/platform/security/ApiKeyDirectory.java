package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where API keys are kept. Implemented by the feature that owns them. */
public interface ApiKeyDirectory {

    /** Looks a key up by its public part, in whatever organization it is. */
    Uni<Optional<ApiKeyRecord>> find(String id);

    /**
     * Notes that the key was used; called now and then, not for every request.
     *
     * @param previousSecret true if it was used with the secret before the current one
     */
    Uni<Void> noteUse(ApiKeyRecord key, boolean previousSecret, Instant at);
}
