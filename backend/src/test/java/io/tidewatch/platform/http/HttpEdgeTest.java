package io.tidewatch.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class HttpEdgeTest {

    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me;x", "/api/v1//me", "/api%2Fv1/me", "/api/v1/me%3B", "/api/v1/../v1/me"})
    void answersSuspiciousPathsWithAProblem(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 0);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "invalid-path");
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        given().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        given().get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void refusesADeclaredBodyOverTheLimitBeforeReadingIt() throws IOException {
        String answer = raw(
                "POST /api/v1/teams HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + 100 * MEBIBYTE + "\r\n\r\n",
                0);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }

    @Test
    void refusesAChunkedBodyOverTheLimit() throws IOException {
        TestOrganization organization = TestOrganization.create();
        organization.as(Person.ORGANIZATION_ADMIN).get("/organization").then().statusCode(200);
        String answer = raw(
                "POST /api/v1/teams HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + io.tidewatch.test.Tokens.of(Person.ORGANIZATION_ADMIN)
                        + "\r\nTidewatch-Organization: " + organization.key()
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n",
                17);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }

    @Test
    void sendsSecurityHeadersWithEveryAnswer() {
        given().get("/q/health/live")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
    }

    @Test
    void takesTheTraceIdOfTheCallerOrMakesOne() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("traceId", equalTo(traceId));
        given().get("/api/v1/me").then().statusCode(401).body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    /** Sends a request without the niceties of a client, then so many chunks of a mebibyte. */
    private String raw(String head, int chunks) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[MEBIBYTE];
            Arrays.fill(chunk, (byte) ' ');
            try {
                for (int i = 0; i < chunks; i++) {
                    out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.flush();
            } catch (IOException e) {
                // The server may close the connection once it has answered.
            }
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int length = 0;
            while (length < buffer.length) {
                int read = in.read(buffer, length, buffer.length - length);
                String soFar = new String(buffer, 0, length + Math.max(0, read), StandardCharsets.UTF_8);
                if (read < 0 || soFar.contains("traceId")) {
                    return soFar;
                }
                length += read;
            }
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        }
    }
}
