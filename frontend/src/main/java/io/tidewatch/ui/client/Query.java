package io.tidewatch.ui.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds a path with its query, with every part encoded; absent values are left out. */
final class Query {

    private final StringBuilder text;
    private boolean hasQuery;

    private Query(String path) {
        this.text = new StringBuilder(path);
    }

    /** A path template such as {@code /models/{}/drift/{}} filled with path segments. */
    static Query path(String template, String... segments) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (String segment : segments) {
            int hole = template.indexOf("{}", from);
            path.append(template, from, hole).append(encode(segment));
            from = hole + 2;
        }
        return new Query(path.append(template.substring(from)).toString());
    }

    Query with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append(hasQuery ? '&' : '?').append(name).append('=').append(encode(value));
            hasQuery = true;
        }
        return this;
    }

    Query with(String name, Instant value) {
        return with(name, value.toString());
    }

    Query with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    /** Window, version and environment that every analytic read takes. */
    Query in(Scope scope) {
        return with("from", scope.from())
                .with("to", scope.to())
                .with("version", scope.version())
                .with("environment", scope.environment());
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
