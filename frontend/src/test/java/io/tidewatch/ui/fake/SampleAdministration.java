package io.tidewatch.ui.fake;

import static io.tidewatch.ui.fake.SampleData.map;

import io.tidewatch.ui.fake.FakeBackend.Refusal;
import io.tidewatch.ui.fake.FakeBackend.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made-up members, groups, keys, limits, erasures and audit entries of one organization. */
public final class SampleAdministration {

    /** The person of the member that tests change. */
    public static final String MEMBER = "01900000-0000-7000-8000-000000000007";

    private static final String ISSUER = "https://sso.example.com/realms/staff";

    private final Instant now;
    private final Map<String, String> direct = new TreeMap<>();
    private final List<Map<String, Object>> keys = new ArrayList<>();
    private String accent = "blue";

    SampleAdministration(Instant now) {
        this.now = now;
        direct.put("cargo", "editor");
        keys.add(key("working", null, null));
        keys.add(key("rotated", null, now.plus(5, ChronoUnit.HOURS)));
        keys.add(key("revoked", now.minus(2, ChronoUnit.DAYS), null));
    }

    /** Makes the signed-in person an organization admin. */
    public static void asOrganizationAdmin(FakeBackend server) {
        server.on(
                "GET",
                "/me",
                request -> map(
                        "name",
                        "Demo Admin",
                        "email",
                        "demo-admin@example.com",
                        "organizations",
                        List.of(map(
                                "key",
                                "northwind-air",
                                "name",
                                "Northwind Air (demo)",
                                "organizationAdmin",
                                true,
                                "teams",
                                List.of(map("key", "delays", "name", "Delays", "role", "admin"))))));
    }

    void routes(FakeBackend server) {
        server.on("GET", "/members", this::members);
        server.on("GET", "/members/{}", request -> member());
        server.on("PUT", "/teams/{}/members/{}", request -> {
            direct.put(request.segment(0), request.body().replaceAll(".*:\\s*\"(\\w+)\".*", "$1"));
            return map("role", direct.get(request.segment(0)));
        });
        server.on("DELETE", "/teams/{}/members/{}", request -> {
            direct.remove(request.segment(0));
            return null;
        });
        server.on("DELETE", "/teams/{}", request -> {
            throw new Refusal(409, "team-not-empty", "Team delays still owns 3 models. Move or end them first.");
        });
        server.on("GET", "/identity-providers", request -> page(List.of(map("issuer", ISSUER))));
        server.on(
                "GET",
                "/group-mappings",
                request -> page(List.of(
                        mapping("m1", "staff-admins", null, null, true),
                        mapping("m2", "staff-editors", "delays", "editor", false))));
        server.on("GET", "/api-keys", request -> page(keys));
        server.on("DELETE", "/api-keys/{}", request -> null);
        server.on("GET", "/quota", request -> quota());
        server.on("GET", "/retention", request -> map("days", 400, "source", "server"));
        server.on("PUT", "/retention", request -> map("days", 90, "source", "organization"));
        server.on("GET", "/models/{}/retention", request -> map("days", 30, "source", "model"));
        server.on("GET", "/erasures", request -> page(List.of(erasure())));
        server.on("GET", "/erasures/{}", request -> erasure());
        server.on("GET", "/audit-entries", request -> page(List.of(entry())));
        server.on(
                "GET",
                "/audit-entries/verification",
                request -> request.query().get("after").equals("0")
                        ? verification(100_000, 100_000, false, null)
                        : verification(17, 100_017, true, null));
        server.on("GET", "/organization", request -> settings());
        server.on("PATCH", "/organization", request -> {
            accent = request.body().replaceAll(".*\"accent\"\\s*:\\s*\"(\\w+)\".*", "$1");
            return settings();
        });
    }

    private Map<String, Object> members(Request request) {
        boolean found =
                "vera".contains(request.query().getOrDefault("search", "").toLowerCase());
        return page(found ? List.of(member()) : List.of());
    }

    private Map<String, Object> member() {
        List<Map<String, Object>> teams = new ArrayList<>();
        teams.add(map(
                "key",
                "delays",
                "name",
                "Delays",
                "role",
                "viewer",
                "directRole",
                null,
                "groupRole",
                "viewer",
                "groups",
                List.of("staff-viewers")));
        direct.forEach((team, role) -> teams.add(map(
                "key", team, "name", team, "role", role, "directRole", role, "groupRole", null, "groups", List.of())));
        return map(
                "userId",
                MEMBER,
                "name",
                "Vera Viewer",
                "email",
                "vera@example.com",
                "issuer",
                ISSUER,
                "organizationAdmin",
                false,
                "adminGroups",
                List.of(),
                "teams",
                teams,
                "lastSeenAt",
                now.toString());
    }

    private static Map<String, Object> mapping(String id, String group, String team, String role, boolean admin) {
        return map(
                "id",
                id,
                "issuer",
                ISSUER,
                "group",
                group,
                "team",
                team,
                "role",
                role,
                "organizationAdmin",
                admin,
                "memberCount",
                1,
                "members",
                List.of("Vera Viewer"));
    }

    private Map<String, Object> key(String name, Instant revokedAt, Instant previousSecretUntil) {
        return map(
                "id",
                name + "-id",
                "name",
                name,
                "team",
                "delays",
                "scopes",
                List.of("ingest"),
                "createdAt",
                now.minus(30, ChronoUnit.DAYS).toString(),
                "revokedAt",
                revokedAt == null ? null : revokedAt.toString(),
                "previousSecretUntil",
                previousSecretUntil == null ? null : previousSecretUntil.toString(),
                "limits",
                map("eventsPerSecond", name.equals("working") ? 50 : null));
    }

    private static Map<String, Object> quota() {
        return map(
                "rates",
                List.of(map("name", "events", "perSecond", 1000, "burst", 10_000, "remaining", 7_500)),
                "month",
                map("start", "2026-11-01", "events", 1_234_567, "limit", 2_000_000),
                "pending",
                map("events", 12, "share", 0.5),
                "maxBodyBytes",
                16_777_216,
                "maxFeatures",
                2000);
    }

    private Map<String, Object> erasure() {
        return map(
                "id",
                "e1",
                "kind",
                "entity",
                "status",
                "finished",
                "subjectHash",
                "0123456789abcdef",
                "requestedAt",
                now.toString(),
                "dueAt",
                now.toString(),
                "rowsBefore",
                map("prediction", 42),
                "rowsAfter",
                map("prediction", 0),
                "finishedAt",
                now.toString());
    }

    private Map<String, Object> entry() {
        return map(
                "sequence",
                17,
                "at",
                now.toString(),
                "actor",
                map("kind", "person", "id", MEMBER, "name", SampleData.HOSTILE),
                "action",
                "team.changed",
                "resourceType",
                "team",
                "resourceId",
                "delays",
                "before",
                map("name", "Delays", "key", "delays"),
                "after",
                map("name", "Late", "key", "delays"),
                "remoteAddress",
                "198.51.100.7",
                "hash",
                "ab".repeat(32));
    }

    /** An answer to a check of the chain. */
    public static Map<String, Object> verification(
            long checked, long last, boolean complete, Map<String, Object> broken) {
        return map(
                "intact",
                broken == null,
                "checked",
                checked,
                "lastSequence",
                last,
                "lastHash",
                "cd".repeat(32),
                "complete",
                complete,
                "broken",
                broken);
    }

    private Map<String, Object> settings() {
        return map(
                "key",
                "northwind-air",
                "name",
                "Northwind Air (demo)",
                "modelsVisibleToAllTeams",
                false,
                "accent",
                accent,
                "revision",
                3);
    }

    private static Map<String, Object> page(List<?> items) {
        return map("items", items, "nextCursor", null);
    }
}
