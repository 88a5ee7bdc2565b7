package io.tidewatch.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in of a person.
 *
 * @param id names it to the person
 * @param sid the provider's id of it
 * @param client the program that signed in, as the provider knows it
 * @param browser how the program names itself
 * @param address where it came from last
 */
record Session(
        UUID id,
        String issuer,
        String sid,
        Instant signedInAt,
        Instant lastSeenAt,
        @Nullable String client,
        @Nullable String browser,
        @Nullable String address) {}
