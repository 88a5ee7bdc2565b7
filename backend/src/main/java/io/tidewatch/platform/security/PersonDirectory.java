package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where people's rights are kept. Implemented by the feature that owns them. */
public interface PersonDirectory {

    /**
     * The organizations in which the person has at least one right, sorted by key. Creates her in those where she shows
     * up for the first time.
     */
    Uni<List<PersonAccess>> signIn(TokenIdentity identity);
}
