package io.tidewatch.ui.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Only uploads may be large: what a page sends otherwise is held in memory, and is small. Browsers say how long a body is, so
 * one of no known length is refused.
 */
@ApplicationScoped
class RequestSize {

    private static final int FIRST = 10_000;
    private static final long MAX_BYTES = 1_048_576;
    private static final String UPLOADS = "/VAADIN/dynamic/";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    void filters(@Observes Filters filters) {
        filters.register(RequestSize::admit, FIRST);
    }

    private static void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean upload = String.valueOf(request.path()).startsWith(UPLOADS);
        int refusal = upload
                ? 0
                : refusal(
                        request.version() == HttpVersion.HTTP_2,
                        request.method().name(),
                        request.getHeader(HttpHeaders.CONTENT_LENGTH),
                        request.getHeader(HttpHeaders.TRANSFER_ENCODING));
        if (refusal == 0) {
            context.next();
        } else {
            if (request.version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
            }
            context.response().setStatusCode(refusal).end();
        }
    }

    /** The status with which a request is refused, or 0. */
    static int refusal(boolean http2, String method, @Nullable String length, @Nullable String encoding) {
        if (length == null) {
            // HTTP/1.1 has no body without one of the two headers; in HTTP/2 there may be one all the same.
            boolean mayBeLong = encoding != null || (http2 && WITH_BODY.contains(method));
            return mayBeLong ? 411 : 0;
        }
        try {
            return Long.parseLong(length) > MAX_BYTES ? 413 : 0;
        } catch (NumberFormatException e) {
            return 400;
        }
    }
}
