package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of the person.
 *
 * @param current whether it is the one that asks
 * @param client the program that signed in, as the provider knows it
 * @param browser how that program names itself
 */
public record MySession(
        String id,
        boolean current,
        Instant signedInAt,
        Instant lastSeenAt,
        @Nullable String client,
        @Nullable String browser,
        @Nullable String address) {

    record MySessions(List<MySession> items) {}
}
