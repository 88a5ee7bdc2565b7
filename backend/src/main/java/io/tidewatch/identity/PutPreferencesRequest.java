package io.tidewatch.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person prefers from now on.
 *
 * @param timeZone IANA name, or null for that of the browser
 * @param notificationAddresses e-mail addresses beside that of the sign-in
 */
record PutPreferencesRequest(
        @Nullable String timeZone,
        @NotNull Theme theme,
        @Size(max = 10) @Nullable List<@NotBlank @Email @Size(max = 254) String> notificationAddresses) {

    List<String> addresses() {
        return notificationAddresses == null ? List.of() : notificationAddresses;
    }
}
