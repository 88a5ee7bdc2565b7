package io.tidewatch.platform.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Golden;
import io.tidewatch.test.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ApiDescriptionTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @Test
    void committedDescriptionIsTheServedOne() {
        String served = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Golden.assertUpToDate("docs/api/openapi.yaml", served);
    }

    @Test
    void everyOperationIsDescribed() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        assertThat(paths).isNotEmpty().allSatisfy((path, item) -> {
            assertThat(path).startsWith("/api/v1/").doesNotEndWith("/");
            item.forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    assertThat(operation.get("operationId")).as(path).isNotNull();
                    assertThat((String) operation.get("summary")).as(path).isNotBlank();
                    assertThat((List<?>) operation.get("tags")).as(path).isNotEmpty();
                    assertThat(((Map<?, ?>) operation.get("responses"))
                                    .keySet().stream().map(String::valueOf))
                            .as(path)
                            .contains("401", "403", "default")
                            .anyMatch(status -> status.startsWith("2"));
                }
            });
        });
    }

    @Test
    void everyAnswerWithContentHasASchema() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        List<String> bare = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                ((Map<?, ?>) operation.get("responses")).forEach((status, answer) -> {
                    boolean hasContent = status.toString().startsWith("2") && !status.equals("204");
                    if (hasContent && !String.valueOf(answer).contains("schema=")) {
                        bare.add(method + " " + path + " " + status);
                    }
                });
            }
        }));
        assertThat(bare).isEmpty();
    }

    @Test
    void swaggerUiIsServed() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void metricsAreServed() {
        given().get("/api/v1/me").then().statusCode(401);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("tidewatch_problems_total{code=\"unauthorized\",kind=\"USER\"");
    }
}
