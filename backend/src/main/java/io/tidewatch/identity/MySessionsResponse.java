package io.tidewatch.identity;

import io.tidewatch.platform.security.TokenIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person's own sessions on the wire. */
record MySessionsResponse(List<MySessionResponse> items) {

    static MySessionsResponse from(List<Session> sessions, TokenIdentity person) {
        return new MySessionsResponse(sessions.stream()
                .map(session -> new MySessionResponse(
                        session.id(),
                        SessionService.isCurrent(session, person),
                        session.signedInAt(),
                        session.lastSeenAt(),
                        session.client(),
                        session.browser(),
                        session.address()))
                .toList());
    }

    /** One of them. The provider's own id of it stays here. */
    record MySessionResponse(
            UUID id,
            boolean current,
            Instant signedInAt,
            Instant lastSeenAt,
            @Nullable String client,
            @Nullable String browser,
            @Nullable String address) {}
}
