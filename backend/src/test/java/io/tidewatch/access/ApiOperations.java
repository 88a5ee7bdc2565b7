package io.tidewatch.access;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operations of the served API description.
 *
 * @param method HTTP method, upper case
 * @param path path template with names in braces, from the root
 */
record ApiOperations(String method, String path) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** All operations by id. */
    static Map<String, ApiOperations> read() {
        Map<String, Map<String, Map<String, Object>>> paths = RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Map<String, ApiOperations> operations = new TreeMap<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                String id = String.valueOf(operation.get("operationId"));
                ApiOperations earlier = operations.put(id, new ApiOperations(method.toUpperCase(), path));
                if (earlier != null) {
                    throw new AssertionError("Two operations are called " + id);
                }
            }
        }));
        return operations;
    }
}
