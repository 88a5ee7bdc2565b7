package io.tidewatch.test;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.organization.TestOrganizations;
import java.sql.SQLException;

/**
 * An organization of one test's own: teams {@code red} and {@code blue}, the people of {@link Person}, API keys.
 */
public final class TestOrganization {

    private final TestOrganizations.Made made;

    private TestOrganization(TestOrganizations.Made made) {
        this.made = made;
    }

    /** Creates one in which everybody but the stranger has the rights of her name. */
    public static TestOrganization create() {
        return new TestOrganization(organizations().makeHome());
    }

    /** Creates one in which only the stranger has rights. */
    public static TestOrganization createForeign() {
        return new TestOrganization(organizations().makeForeign());
    }

    /** Creates one that trusts two providers: editors of the first are editors of red, those of the second viewers. */
    public static TestOrganization createShared() {
        return new TestOrganization(organizations().makeShared(Tokens.partner()));
    }

    /** Creates one to which nobody belongs; only its API key {@code amber} opens it. */
    public static TestOrganization createForKeys() {
        return new TestOrganization(organizations().makeForKeys());
    }

    /** As {@link #createForKeys}, with limits of its own. */
    public static TestOrganization createLimited(long eventsPerSecond, long eventBurst) {
        return new TestOrganization(organizations().makeLimited(eventsPerSecond, eventBurst));
    }

    private static TestOrganizations organizations() {
        return Arc.container().select(TestOrganizations.class).get();
    }

    /** Its key. */
    public String key() {
        return made.key();
    }

    /** Its id. */
    public String id() {
        try (Database database = Database.asSuperuser()) {
            return database.value("select organization_id from organization where key = '" + key() + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The text of an API key.
     *
     * @param name a team for a key with every scope, or {@code red-ingest}, {@code red-read}, {@code red-manage}
     */
    public String apiKey(String name) {
        return made.apiKeys().get(name);
    }

    /** A JSON request to {@code /api/v1} as a person in this organization. */
    public RequestSpecification as(Person person) {
        return withToken(Tokens.of(person)).header("Tidewatch-Organization", key());
    }

    /** A JSON request to {@code /api/v1} with one of the API keys. */
    public RequestSpecification withKey(String name) {
        return withToken(apiKey(name));
    }

    /** A JSON request to {@code /api/v1} with any bearer token. */
    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A JSON request to {@code /api/v1} by nobody. */
    public static RequestSpecification anonymous() {
        return RestAssured.given().basePath("/api/v1").accept(ContentType.JSON).contentType(ContentType.JSON);
    }
}
