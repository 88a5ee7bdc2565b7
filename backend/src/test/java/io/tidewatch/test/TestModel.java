package io.tidewatch.test;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A registered model of a team, by default red, to which a test sends events with the team's API key. */
public final class TestModel {

    private final TestOrganization organization;
    private final String team;
    private final String key;

    private TestModel(TestOrganization organization, String team, String key) {
        this.organization = organization;
        this.team = team;
        this.key = key;
    }

    /** Registers a model of this task. */
    public static TestModel create(TestOrganization organization, String task) {
        return create(organization, "red", task);
    }

    /** Registers a model of this task that belongs to this team, whose API key is used. */
    public static TestModel create(TestOrganization organization, String team, String task) {
        String key = "model-" + UUID.randomUUID().toString().substring(0, 8);
        organization
                .withKey(team)
                .body(Map.of("key", key, "name", "Model " + key, "task", task, "team", team))
                .post("/models")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        return new TestModel(organization, team, key);
    }

    /** Its key. */
    public String key() {
        return key;
    }

    /** Its id. */
    public String id() {
        return request().get().then().statusCode(200).extract().path("id");
    }

    /** Registers a version; features are name and type. */
    public TestModel version(String version, Map<String, Object> output, String... namesAndTypes) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            features.add(Map.of("name", namesAndTypes[i], "type", namesAndTypes[i + 1]));
        }
        return version(version, output, features);
    }

    /** Registers a version with fully declared features. */
    public TestModel version(String version, Map<String, Object> output, List<Map<String, Object>> features) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("schema", Map.of("features", features));
        body.put("output", output);
        request().body(body).post("/versions").then().log().ifValidationFails().statusCode(201);
        return this;
    }

    /** A request with the key of the owner team, at the address of the model; events it sends can be read afterwards. */
    public RequestSpecification request() {
        return organization.withKey(team).header("Prefer", "wait=60").basePath("/api/v1/models/" + key);
    }

    /** Sends predictions. */
    public ValidatableResponse send(List<Map<String, Object>> predictions) {
        return request()
                .body(Map.of("predictions", predictions))
                .post("/predictions")
                .then();
    }

    /** Sends ground truth. */
    public ValidatableResponse sendTruth(List<Map<String, Object>> truths) {
        return request()
                .body(Map.of("groundTruth", truths))
                .post("/ground-truth")
                .then();
    }

    /** Pins what arrived from one instant to another as baseline. */
    public ValidatableResponse pinBaseline(String name, Instant from, Instant to) {
        return request()
                .body(Map.of("name", name, "from", from.toString(), "to", to.toString()))
                .post("/baselines")
                .then()
                .statusCode(201);
    }

    /** Reads about a window. */
    public ValidatableResponse read(String path, String from, String to) {
        return request().queryParam("from", from).queryParam("to", to).get(path).then();
    }
}
