package io.tidewatch.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tidewatch.platform.problem.ErrorCode;
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
    private static final int FIRST_ROUTE = Integer.MIN_VALUE;
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

    /** What no other route answers, and what fails outside of any resource. */
    void routes(@Observes Router router) {
        router.route().order(FIRST_ROUTE).failureHandler(this::fail);
        router.route().order(LAST_ROUTE).handler(request -> problems.write(ErrorCode.NOT_FOUND.problem(), request));
    }

    private void fail(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure != null) {
            problems.write(failure, request);
        } else {
            ErrorCode code = request.statusCode() == 413 ? ErrorCode.PAYLOAD_TOO_LARGE : ErrorCode.INTERNAL_ERROR;
            problems.write(code.problem(), request);
        }
    }

    private void admit(RoutingContext request) {
        MDC.put("traceId", TraceId.of(request));
        addSecurityHeaders(request);
        if (!PathGuard.isPlain(request.request().uri())) {
            problems.write(ErrorCode.INVALID_PATH.problem(), request);
        } else if (declaredLength(request) > limit(request)) {
            problems.write(BodyLimit.exceeded(limit(request)), request);
        } else {
            request.next();
        }
    }

    private long limit(RoutingContext request) {
        return BodyLimit.of(config, request);
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
