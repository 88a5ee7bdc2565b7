package io.tidewatch.platform.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.ClientAddresses;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.TraceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Finds out who makes a request: an API key by its prefix, else a person by an access token. */
@ApplicationScoped
class Callers {

    static final String ORGANIZATION_HEADER = "Tidewatch-Organization";
    private static final String BEARER = "bearer ";
    private static final int MAX_USER_AGENT = 256;

    private final ApiKeys apiKeys;
    private final PersonDirectory people;
    private final SessionDirectory sessions;
    private final CurrentIdentityAssociation identities;
    private final ClientAddresses addresses;

    Callers(
            ApiKeys apiKeys,
            PersonDirectory people,
            SessionDirectory sessions,
            CurrentIdentityAssociation identities,
            ClientAddresses addresses) {
        this.apiKeys = apiKeys;
        this.people = people;
        this.sessions = sessions;
        this.identities = identities;
        this.addresses = addresses;
    }

    /** The caller of an operation that works inside an organization. */
    Uni<Caller> caller(RoutingContext request) {
        String key = apiKey(request);
        if (key != null) {
            return apiKeys.authenticate(key).map(found -> caller(found, request));
        }
        return person(request).map(person -> caller(person, request));
    }

    /** The person behind a request, whatever organization she means. API keys are refused. */
    Uni<SignedIn> person(RoutingContext request) {
        String key = apiKey(request);
        if (key != null) {
            return apiKeys.authenticate(key)
                    .chain(ignored -> Uni.createFrom().failure(ErrorCode.PERSON_REQUIRED.problem()));
        }
        return identities
                .getDeferredIdentity()
                .map(Callers::token)
                .call(sessions::admit)
                .chain(token -> people.signIn(token).map(access -> new SignedIn(token, access)))
                .call(person -> sessions.note(
                        person.token(), request.request().getHeader("User-Agent"), addresses.of(request)));
    }

    private static @Nullable String apiKey(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.startsWith(ApiKeyToken.PREFIX) ? token : null;
    }

    private static TokenIdentity token(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw ErrorCode.UNAUTHORIZED.problem();
        }
        String subject = token.getSubject();
        if (subject == null || token.getIssuer() == null) {
            throw ErrorCode.UNAUTHORIZED.problem("The access token names no subject.");
        }
        String client = ServiceAccounts.client(claim -> text(token, claim)).orElse(null);
        String name = client == null ? token.getClaim("name") : client;
        Set<String> groups = token.getGroups();
        return new TokenIdentity(
                token.getIssuer(),
                subject,
                name == null ? subject : name,
                token.getClaim("email"),
                ServiceAccounts.groups(groups == null ? Set.of() : groups, client),
                client,
                life(token));
    }

    private static TokenLife life(JsonWebToken token) {
        Instant issuedAt = Instant.ofEpochSecond(token.getIssuedAtTime());
        return new TokenLife(
                text(token, "sid"),
                text(token, "azp"),
                issuedAt,
                // The framework gives 0 for a token that doesn't say.
                token.getClaim("auth_time") instanceof Number seconds && seconds.longValue() > 0
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : null,
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }

    private Caller caller(ApiKeyRecord key, RoutingContext request) {
        return new Caller(
                key.organization(),
                key.organizationKey(),
                new Actor.Key(key.id(), key.name()),
                Map.of(key.team(), Role.EDITOR),
                false,
                key.scopes(),
                addresses.of(request),
                userAgent(request),
                TraceId.of(request));
    }

    private Caller caller(SignedIn person, RoutingContext request) {
        PersonAccess access = choose(person.organizations(), request.request().getHeader(ORGANIZATION_HEADER));
        TokenIdentity token = person.token();
        return new Caller(
                access.organization(),
                access.organizationKey(),
                new Actor.Person(token.userId(), token.name(), token.service() != null),
                access.teams().stream()
                        .collect(Collectors.toMap(PersonAccess.TeamAccess::id, PersonAccess.TeamAccess::role)),
                access.organizationAdmin(),
                Set.of(),
                addresses.of(request),
                userAgent(request),
                TraceId.of(request));
    }

    private static PersonAccess choose(List<PersonAccess> organizations, @Nullable String wanted) {
        if (wanted != null) {
            return organizations.stream()
                    .filter(access -> access.organizationKey().equals(wanted))
                    .findFirst()
                    .orElseThrow(ErrorCode.ORGANIZATION_NOT_FOUND::problem);
        }
        return switch (organizations.size()) {
            case 0 -> throw ErrorCode.FORBIDDEN.problem("The person belongs to no organization.");
            case 1 -> organizations.getFirst();
            default -> throw ErrorCode.ORGANIZATION_REQUIRED.problem();
        };
    }

    private static @Nullable String userAgent(RoutingContext request) {
        String name = request.request().getHeader("User-Agent");
        return name == null || name.length() <= MAX_USER_AGENT ? name : name.substring(0, MAX_USER_AGENT);
    }
}
