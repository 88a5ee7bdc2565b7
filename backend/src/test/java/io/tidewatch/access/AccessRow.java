package io.tidewatch.access;

import io.tidewatch.platform.security.Scope;
import io.tidewatch.test.Person;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may call one operation, and how to call it. Path and method come from the API description.
 *
 * <p>Example: {@code operation("createModel").allows(EDITOR).keys(MANAGE).body(world -> Map.of("key", world.unique()))}.
 * Values are made anew for every attempt, so that an operation may change or remove what it is called on.
 */
public final class AccessRow {

    /** What somebody from elsewhere gets. */
    public enum Elsewhere {
        /** 403 or 404. */
        REFUSED,
        /** 404 exactly: the thing doesn't exist for her. */
        NOT_FOUND,
        /** A good answer that holds nothing of the organization. */
        SEES_HER_OWN,
        /** A good answer: the operation is for everybody in the organization. */
        ALLOWED
    }

    private final String operationId;
    private final Map<String, Function<AccessWorld, Object>> path = new LinkedHashMap<>();
    private final Map<String, Function<AccessWorld, Object>> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    private @Nullable Function<AccessWorld, Object> body;
    private boolean inOrganization = true;
    private boolean audited = true;
    private boolean personal;
    private Person least = Person.ORGANIZATION_ADMIN;
    private Elsewhere otherTeam = Elsewhere.REFUSED;
    private Elsewhere otherOrganization = Elsewhere.NOT_FOUND;

    private AccessRow(String operationId) {
        this.operationId = operationId;
    }

    /** Starts the row of an operation. */
    public static AccessRow operation(String operationId) {
        return new AccessRow(operationId);
    }

    /** The person of team red with the least rights that suffice; people below her are refused. */
    public AccessRow allows(Person person) {
        this.least = person;
        return this;
    }

    /** API keys with any of these scopes suffice too; without a call, keys are refused. */
    public AccessRow keys(Scope... allowed) {
        scopes.addAll(Set.of(allowed));
        return this;
    }

    /** Value of a path parameter: an id or key in the organization under test. */
    public AccessRow path(String name, Function<AccessWorld, Object> value) {
        path.put(name, value);
        return this;
    }

    /** Value of a query parameter. */
    public AccessRow query(String name, Function<AccessWorld, Object> value) {
        query.put(name, value);
        return this;
    }

    /** A request header. */
    public AccessRow header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A body that the operation accepts. */
    public AccessRow body(Function<AccessWorld, Object> value) {
        this.body = value;
        return this;
    }

    /** What an admin of the organization's other team gets; without a call: refused. */
    public AccessRow otherTeam(Elsewhere answer) {
        this.otherTeam = answer;
        return this;
    }

    /** What an admin of another organization gets for this organization's ids; without a call: 404. */
    public AccessRow otherOrganization(Elsewhere answer) {
        this.otherOrganization = answer;
        return this;
    }

    /** The operation is about the person, whatever organization she names. */
    public AccessRow outsideOrganizations() {
        this.inOrganization = false;
        return this;
    }

    /** The operation writes, but no audit entry: data comes in, nothing is decided. Without a call, one entry each. */
    public AccessRow withoutAudit() {
        this.audited = false;
        return this;
    }

    /** The thing belongs to the person: it doesn't exist for anybody else, whatever her role. */
    public AccessRow hersAlone() {
        this.personal = true;
        return otherTeam(Elsewhere.NOT_FOUND).otherOrganization(Elsewhere.NOT_FOUND);
    }

    boolean isPersonal() {
        return personal;
    }

    boolean isAudited(String method) {
        return audited && !method.equals("GET");
    }

    boolean inOrganization() {
        return inOrganization;
    }

    /** The line of the reference page. */
    String describe(ApiOperations operation) {
        String people = switch (least) {
            case VIEWER -> "viewer";
            case EDITOR -> "editor";
            case TEAM_ADMIN -> "admin";
            default -> "organization admin";
        };
        String keys = scopes.stream()
                .map(scope -> "`" + scope.name().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | `%s %s` | %s | %s |\n"
                .formatted(operationId, operation.method(), operation.path(), people, keys.isEmpty() ? "no" : keys);
    }

    String operationId() {
        return operationId;
    }

    Map<String, Object> pathValues(AccessWorld world) {
        return values(path, world);
    }

    Map<String, Object> queryValues(AccessWorld world) {
        return values(query, world);
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    @Nullable
    Object bodyValue(AccessWorld world) {
        return body == null ? null : body.apply(world);
    }

    Person least() {
        return least;
    }

    Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }

    Elsewhere otherTeam() {
        return otherTeam;
    }

    Elsewhere otherOrganization() {
        return otherOrganization;
    }

    private static Map<String, Object> values(Map<String, Function<AccessWorld, Object>> makers, AccessWorld world) {
        Map<String, Object> values = new LinkedHashMap<>();
        makers.forEach((name, maker) -> values.put(name, maker.apply(world)));
        return values;
    }
}
