package io.tidewatch.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.problem.Problems;
import io.tidewatch.platform.problem.TraceId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Looks at every request before anything else does. */
@ApplicationScoped
class HttpEdge {

    private static final int FIRST = 10_000;
    private static final int LAST_ROUTE = 1_000_000;

    private static final String SWAGGER_UI = "/q/swagger-ui";
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String SWAGGER_UI_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final Problems problems;
    private final HttpEdgeConfig config;

    HttpEdge(Problems problems, HttpEdgeConfig config) {
        this.problems = problems;
        this.config = config;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    /** What no other route answers. */
    void routes(@Observes Router router) {
        router.route().order(LAST_ROUTE).handler(request -> problems.write(ErrorCode.NOT_FOUND.problem(), request));
    }

    private void admit(RoutingContext request) {
        MDC.put("traceId", TraceId.of(request));
        addSecurityHeaders(request);
        if (!PathGuard.isPlain(request.request().uri())) {
            problems.write(ErrorCode.INVALID_PATH.problem(), request);
        } else if (declaredLength(request) > limit()) {
            // The rest of the body is not read, so the connection can't be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.write(tooLarge(), request);
        } else {
            request.next();
        }
    }

    private ProblemException tooLarge() {
        return ErrorCode.PAYLOAD_TOO_LARGE
                .problem("The body is larger than " + limit() + " bytes.")
                .extension("maxBytes", limit());
    }

    private long limit() {
        return config.maxBodySize().asLongValue();
    }

    private static long declaredLength(RoutingContext request) {
        @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void addSecurityHeaders(RoutingContext request) {
        boolean page = String.valueOf(request.request().path()).startsWith(SWAGGER_UI);
        request.response()
                .headers()
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cache-Control", "no-store")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Content-Security-Policy", page ? SWAGGER_UI_POLICY : POLICY);
    }
}
