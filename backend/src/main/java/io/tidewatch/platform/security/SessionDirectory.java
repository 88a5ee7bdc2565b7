package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Which sign-ins are still good. Implemented by the feature that keeps them. */
public interface SessionDirectory {

    /**
     * Lets a verified token in, unless its session has ended.
     *
     * @return fails with {@code session-ended}, or with {@code unauthorized} for a token whose end could not be enforced
     */
    Uni<Void> admit(TokenIdentity token);

    /**
     * Notes that the token's session is in use; called for every request, written now and then.
     *
     * @param browser how the program that asks names itself, or null
     * @param address where the request came from, or null
     */
    Uni<Void> note(TokenIdentity token, @Nullable String browser, @Nullable String address);
}
