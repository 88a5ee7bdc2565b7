package io.tidewatch.ingestion;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a sender wants to wait until its events can be read: the header {@code Prefer: wait=N} of RFC 7240. */
final class WaitPreference {

    private static final long MAX_SECONDS = 60;
    private static final Pattern WAIT =
            Pattern.compile("(?:^|.*[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:[,;].*|$)");

    private WaitPreference() {}

    /** Zero if the sender does not want to wait; other preferences are ignored, as the RFC says. */
    static Duration of(@Nullable String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(header.toLowerCase(Locale.ROOT));
        return wait.matches()
                ? Duration.ofSeconds(Math.min(MAX_SECONDS, Long.parseLong(wait.group(1))))
                : Duration.ZERO;
    }
}
