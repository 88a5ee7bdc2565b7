package io.tidewatch.organization;

import io.tidewatch.platform.security.PersonAccess;
import io.tidewatch.platform.security.PersonAccess.TeamAccess;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.SignedIn;
import io.tidewatch.platform.security.TokenIdentity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in person on the wire, with everything she has rights to. */
record MeResponse(
        UUID id,
        MemberKind kind,
        String subject,
        String issuer,
        String name,
        @Nullable String email,
        List<MyOrganizationResponse> organizations) {

    static MeResponse from(SignedIn person) {
        TokenIdentity token = person.token();
        return new MeResponse(
                token.userId(),
                token.service() == null ? MemberKind.PERSON : MemberKind.SERVICE,
                token.subject(),
                token.issuer(),
                token.name(),
                token.email(),
                person.organizations().stream()
                        .map(MyOrganizationResponse::from)
                        .toList());
    }

    /** One of her organizations. */
    record MyOrganizationResponse(
            UUID id, String key, String name, boolean organizationAdmin, List<MyTeamResponse> teams) {

        static MyOrganizationResponse from(PersonAccess access) {
            return new MyOrganizationResponse(
                    access.organization().value(),
                    access.organizationKey(),
                    access.organizationName(),
                    access.organizationAdmin(),
                    access.teams().stream().map(MyTeamResponse::from).toList());
        }
    }

    /** One of her teams and her role in it. */
    record MyTeamResponse(UUID id, String key, String name, Role role) {

        static MyTeamResponse from(TeamAccess team) {
            return new MyTeamResponse(team.id().value(), team.key(), team.name(), team.role());
        }
    }
}
