package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person prefers.
 *
 * @param timeZone IANA name, or null for that of the browser
 * @param theme light, dark or system
 * @param revision to save a change that is based on this
 */
public record Preferences(
        @Nullable String timeZone, String theme, @Nullable List<Address> notificationAddresses, int revision) {

    /** Those of a person who has changed nothing, and those to go by while the real ones can't be read. */
    public static final Preferences DEFAULT = new Preferences(null, "system", List.of(), 0);

    /** An address for notifications. */
    public record Address(String kind, String address, boolean verified) {}

    /** The addresses; none if there are none. */
    public List<Address> addresses() {
        return notificationAddresses == null ? List.of() : notificationAddresses;
    }

    /** The same with another theme. */
    public Preferences withTheme(String other) {
        return new Preferences(timeZone, other, notificationAddresses, revision);
    }

    /** The same with another zone; null for that of the browser. */
    public Preferences withTimeZone(@Nullable String other) {
        return new Preferences(other, theme, notificationAddresses, revision);
    }

    /** The same with other addresses. */
    public Preferences withAddresses(List<String> others) {
        return new Preferences(
                timeZone,
                theme,
                others.stream()
                        .map(address -> new Address("email", address, false))
                        .toList(),
                revision);
    }
}
