package io.tidewatch.platform.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that two parts of a server could read in two ways: encoded or doubled separators, matrix parameters,
 * dot segments, double encoding and control characters. Such paths have slipped past access rules of servers before.
 */
final class PathGuard {

    private static final Pattern SUSPICIOUS =
            Pattern.compile("//|;|\\\\|%2f|%5c|%3b|%25|%00|%0[0-9a-f]|%1[0-9a-f]|%7f");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");
    private static final Pattern ESCAPE = Pattern.compile("%(?![0-9a-f]{2})");

    private PathGuard() {}

    /** True if the path means one thing only. {@code uri} is the request target as sent, with or without a query. */
    static boolean isPlain(String uri) {
        int query = uri.indexOf('?');
        String path = (query < 0 ? uri : uri.substring(0, query)).toLowerCase(Locale.ROOT);
        return path.startsWith("/")
                && path.chars().allMatch(c -> c > ' ' && c < 127)
                && !SUSPICIOUS.matcher(path).find()
                && !DOT_SEGMENT.matcher(path).find()
                && !ESCAPE.matcher(path).find();
    }
}
