package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a team, on the wire. */
record MemberResponse(
        UUID userId,
        MemberKind kind,
        String name,
        @Nullable String email,
        Role role,
        @Nullable Role directRole,
        @Nullable Role groupRole,
        Instant lastSeenAt) {

    static MemberResponse from(Member member) {
        return new MemberResponse(
                member.userId(),
                member.kind(),
                member.name(),
                member.email(),
                member.role(),
                member.directRole(),
                member.groupRole(),
                member.lastSeenAt());
    }
}
