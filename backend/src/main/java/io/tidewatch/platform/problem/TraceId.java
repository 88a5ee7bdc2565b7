package io.tidewatch.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names one request in logs, audit entries and error answers: 32 hexadecimal digits, as in W3C trace context. */
public final class TraceId {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String ALL_ZERO = "0".repeat(32);
    private static final String KEY = TraceId.class.getName();

    private TraceId() {}

    /** The trace id of a request: the caller's own from {@code traceparent}, else a new one, kept for the request. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String traceId = fromHeader(request.request().getHeader("traceparent"));
        request.put(KEY, traceId);
        return traceId;
    }

    private static String fromHeader(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(ALL_ZERO)) {
                return matcher.group(1);
            }
        }
        byte[] bytes = new byte[16];
        // Not a secret, so the fast generator will do.
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
