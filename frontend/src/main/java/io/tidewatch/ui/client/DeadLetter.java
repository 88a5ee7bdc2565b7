package io.tidewatch.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that was acknowledged but could not be stored; the payload only where one letter is read. */
public record DeadLetter(
        String id,
        String model,
        String kind,
        String reason,
        String detail,
        Instant receivedAt,
        String state,
        @Nullable Instant resolvedAt,
        long payloadBytes,
        boolean payloadCut,
        @Nullable String payload) {}
