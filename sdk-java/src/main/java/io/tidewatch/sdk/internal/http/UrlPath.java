package io.tidewatch.sdk.internal.http;

import java.nio.charset.StandardCharsets;

/** Builds paths from parts that may contain anything. */
public final class UrlPath {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~";

    private UrlPath() {}

    /** The segment with everything but unreserved characters (RFC 3986) percent-encoded. */
    public static String segment(String text) {
        // "." and ".." as a whole segment would be resolved away.
        boolean dotsOnly = text.chars().allMatch(c -> c == '.');
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (UNRESERVED.indexOf(c) >= 0 || (c == '.' && !dotsOnly)) {
                escaped.append((char) c);
            } else {
                escaped.append('%');
                escaped.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                escaped.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return escaped.toString();
    }
}
