package io.tidewatch.ui.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's requests come from, passed on to the backend's audit the way a proxy does.
 *
 * @param forwardedFor addresses from the browser to this server, separated by commas
 * @param userAgent what the browser calls itself, null if it does not say
 */
public record Origin(String forwardedFor, @Nullable String userAgent) {

    private static final int LONGEST = 512;
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    /**
     * The origin of a request.
     *
     * @param address the other end of the connection
     * @param forwarded what proxies in front said, null without any; dropped where it is too long to be true
     */
    public static Origin of(String address, @Nullable String forwarded, @Nullable String userAgent) {
        String before =
                forwarded == null || forwarded.isBlank() || forwarded.length() > LONGEST ? "" : forwarded + ", ";
        return new Origin(printable(before + address), userAgent == null ? null : cut(printable(userAgent)));
    }

    private static String printable(String text) {
        return NOT_PRINTABLE.matcher(text).replaceAll("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
