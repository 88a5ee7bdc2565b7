package io.tidewatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/models",
                "/api/v1/models/flight-delay/drift/prediction.score",
                "/api/v1/models/a/drift/d%C3%A9part",
                "/api/v1/models/a/drift/two%20words",
                "/api/v1/models?search=a//b;c%2Fd",
                "/q/swagger-ui/",
                "/api/v1/models/..a",
                "/api/v1/models/a..b"
            })
    void admitsPathsThatMeanOneThing(String uri) {
        assertThat(PathGuard.isPlain(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/models",
                "/api//v1/models",
                "/api/v1/models;x",
                "/api/v1/models;x=1/a",
                "/api/v1/models%3Bx",
                "/api/v1/models%3bx",
                "/api%2Fv1/models",
                "/api/v1/models%2f..%2fteams",
                "/api/v1/models/%5c..",
                "/api/v1/models\\teams",
                "/api/v1/../q/metrics",
                "/api/v1/./models",
                "/api/v1/%2e%2e/q/metrics",
                "/api/v1/.%2E/q/metrics",
                "/api/v1/models/..",
                "/api/v1/models/%252e%252e",
                "/api/v1/models%00",
                "/api/v1/models%0d%0aX:y",
                "/api/v1/models/%",
                "/api/v1/models/%zz",
                "/api/v1/models/\u00e9",
                "*",
                "http://other.example/api/v1/models"
            })
    void refusesPathsThatCouldMeanTwo(String uri) {
        assertThat(PathGuard.isPlain(uri)).isFalse();
    }
}
