package io.tidewatch.ui.identity;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The colour scheme that a browser remembers, so that no page flashes in another one while it loads. */
public final class ThemeChoice {

    /** The cookie; pages write it too, hence not for the server only. */
    public static final String COOKIE = "tidewatch-theme";

    private static final Map<String, String> SCHEMES = Map.of("light", "light", "dark", "dark", "system", "light dark");

    private ThemeChoice() {}

    /** The value of the CSS property {@code color-scheme}; empty for a browser that has not chosen. */
    public static Optional<String> scheme(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> SCHEMES.get(cookie.getValue()))
                        .filter(java.util.Objects::nonNull)
                        .findFirst();
    }
}
