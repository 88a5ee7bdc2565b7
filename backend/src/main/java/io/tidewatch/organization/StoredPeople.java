package io.tidewatch.organization;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.security.Actor;
import io.tidewatch.platform.security.PersonAccess;
import io.tidewatch.platform.security.PersonAccess.TeamAccess;
import io.tidewatch.platform.security.PersonDirectory;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.security.TokenIdentity;
import io.tidewatch.platform.tenancy.Doors;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Finds a person's rights through the narrow door of the database, and keeps her as a member of each organization that
 * gives her one. Rights are read anew for every request; only the note that she was here is written now and then.
 */
@ApplicationScoped
class StoredPeople implements PersonDirectory {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MAX_NOTED = 100_000;

    private final Doors doors;
    private final TenantSession sessions;
    private final MemberRepository members;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<Seen, Visit> visits = new ConcurrentHashMap<>();

    StoredPeople(Doors doors, TenantSession sessions, MemberRepository members, AuditLog audit, Clock clock) {
        this.doors = doors;
        this.sessions = sessions;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Uni<List<PersonAccess>> signIn(TokenIdentity identity) {
        String[] groups = identity.groups().toArray(String[]::new);
        return doors.call(
                        "find_person",
                        List.of(identity.issuer(), identity.userId(), groups),
                        row -> new Found(access(row), row.getBoolean("known")))
                .call(found -> note(identity, found))
                .map(found -> found.stream().map(Found::access).toList());
    }

    private Uni<Void> note(TokenIdentity identity, List<Found> found) {
        Instant now = clock.instant();
        List<Found> due =
                found.stream().filter(one -> isDue(identity, one, now)).toList();
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> note(identity, one, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private boolean isDue(TokenIdentity identity, Found found, Instant now) {
        Visit last = visits.get(new Seen(found.access().organization(), identity.userId()));
        return !found.known()
                || last == null
                || !last.groups().equals(identity.groups())
                || last.at().plus(NOTED_EVERY).isBefore(now);
    }

    private Uni<Void> note(TokenIdentity identity, Found found, Instant now) {
        OrganizationId organization = found.access().organization();
        return sessions.inOrganization(
                        organization,
                        session -> members.findById(identity.userId())
                                .chain(member -> member == null
                                        ? create(organization, identity, now)
                                        : update(member, identity, now)))
                // Two first requests at a time: the other one has created her.
                .onFailure(ConstraintViolationException.class)
                .recoverWithNull()
                .invoke(() -> {
                    if (visits.size() > MAX_NOTED) {
                        visits.clear();
                    }
                    visits.put(new Seen(organization, identity.userId()), new Visit(identity.groups(), now));
                });
    }

    private Uni<Void> create(OrganizationId organization, TokenIdentity identity, Instant now) {
        MemberEntity member = new MemberEntity();
        member.userId = identity.userId();
        member.issuer = identity.issuer();
        member.subject = identity.subject();
        member.firstSeenAt = now;
        describe(member, identity, now);
        return members.persistAndFlush(member)
                .chain(() -> audit.record(
                        organization,
                        new Actor.Person(identity.userId(), identity.name(), identity.service() != null),
                        AuditEvent.created(
                                "member",
                                identity.userId().toString(),
                                Map.of("issuer", identity.issuer(), "subject", identity.subject()))));
    }

    private static Uni<Void> update(MemberEntity member, TokenIdentity identity, Instant now) {
        describe(member, identity, now);
        return Uni.createFrom().voidItem();
    }

    private static void describe(MemberEntity member, TokenIdentity identity, Instant now) {
        member.kind = identity.service() == null ? MemberKind.PERSON : MemberKind.SERVICE;
        member.name = identity.name();
        member.email = identity.email();
        member.groups = identity.groups().stream().sorted().toArray(String[]::new);
        member.lastSeenAt = now;
    }

    private static PersonAccess access(Row row) {
        List<TeamAccess> teams = ((JsonArray) row.getValue("teams"))
                .stream().map(JsonObject.class::cast).map(StoredPeople::team).toList();
        return new PersonAccess(
                new OrganizationId(row.getUUID("organization_id")),
                row.getString("organization_key"),
                row.getString("organization_name"),
                row.getBoolean("organization_admin"),
                teams);
    }

    private static TeamAccess team(JsonObject team) {
        return new TeamAccess(
                new TeamId(UUID.fromString(team.getString("id"))),
                team.getString("key"),
                team.getString("name"),
                Role.valueOf(team.getString("role")));
    }

    private record Found(PersonAccess access, boolean known) {}

    private record Seen(OrganizationId organization, UUID userId) {}

    private record Visit(Set<String> groups, Instant at) {}
}
