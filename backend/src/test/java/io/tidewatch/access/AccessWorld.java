package io.tidewatch.access;

import io.restassured.specification.RequestSpecification;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The organization under test and another one, with what rows need to call operations. */
public final class AccessWorld {

    private final TestOrganization home = TestOrganization.create();
    private final TestOrganization foreign = TestOrganization.createForeign();
    private final AtomicInteger counter = new AtomicInteger();
    private final String revokedKey;

    AccessWorld() {
        Map<String, String> key = newApiKey();
        this.revokedKey = key.get("key");
        owner().delete("/api-keys/" + key.get("id")).then().statusCode(204);
    }

    /** The organization whose ids the rows use. */
    public TestOrganization home() {
        return home;
    }

    /** Another organization, whose admin knows all ids of {@link #home()}. */
    public TestOrganization foreign() {
        return foreign;
    }

    /** A request by somebody who may do everything in {@link #home()}, to prepare things. */
    public RequestSpecification owner() {
        return home.as(Person.ORGANIZATION_ADMIN);
    }

    /** A key that nothing has yet. */
    public String unique() {
        return "made-" + counter.incrementAndGet();
    }

    /** The id of a person, who is a member of {@link #home()} from then on. */
    public String userId(Person person) {
        home.as(person).get("/organization").then().statusCode(200);
        return home.as(person).get("/me").then().statusCode(200).extract().path("id");
    }

    /** A new API key of team red: its {@code id} and the whole {@code key}. */
    public Map<String, String> newApiKey() {
        var answer = owner().body(
                        Map.of("name", unique(), "team", "red", "scopes", new String[] {"ingest", "read", "manage"}))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract();
        return Map.of("id", answer.path("id"), "key", answer.path("key"));
    }

    String revokedKey() {
        return revokedKey;
    }
}
