package io.tidewatch.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person prefers, on the wire. */
record PreferencesResponse(
        @Nullable String timeZone, Theme theme, List<AddressResponse> notificationAddresses, int revision) {

    static PreferencesResponse from(Preferences preferences) {
        return new PreferencesResponse(
                preferences.timeZone(),
                preferences.theme(),
                preferences.addresses().stream()
                        .map(address -> new AddressResponse("email", address, false))
                        .toList(),
                preferences.revision());
    }

    /** An address for notifications; nothing is sent to one that is not verified. */
    record AddressResponse(String kind, String address, boolean verified) {}
}
