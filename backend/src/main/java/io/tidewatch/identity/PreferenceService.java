package io.tidewatch.identity;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.TokenIdentity;
import io.tidewatch.platform.tenancy.Doors;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a person prefers, in whatever organization she works. */
@ApplicationScoped
class PreferenceService {

    private final Doors doors;
    private final Clock clock;

    PreferenceService(Doors doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    Uni<Preferences> of(TokenIdentity person) {
        return doors.call("find_preferences", List.of(person.userId()), PreferenceService::preferences)
                .map(found -> found.isEmpty() ? Preferences.DEFAULT : found.getFirst());
    }

    /**
     * Replaces the preferences.
     *
     * @param ifMatch the revision that they are based on
     */
    Uni<Preferences> replace(
            TokenIdentity person,
            @Nullable String timeZone,
            Theme theme,
            List<String> addresses,
            @Nullable String ifMatch) {
        check(timeZone, addresses);
        return of(person)
                .invoke(current -> Revisions.check(ifMatch, current.revision()))
                .chain(current -> doors.call(
                        "save_preferences",
                        Arrays.asList(
                                person.userId(),
                                timeZone,
                                theme.name(),
                                addresses.toArray(String[]::new),
                                current.revision(),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        PreferenceService::preferences))
                .map(saved -> {
                    if (saved.isEmpty()) {
                        throw ErrorCode.CONFLICT.problem();
                    }
                    return saved.getFirst();
                });
    }

    private static void check(@Nullable String timeZone, List<String> addresses) {
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("timeZone", "unknown-time-zone", "is not the name of a time zone, such as Europe/Oslo");
        }
        List<String> lower = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        IntStream.range(0, lower.size())
                .filter(index -> lower.indexOf(lower.get(index)) < index)
                .findFirst()
                .ifPresent(index -> {
                    throw ErrorCode.VALIDATION_FAILED
                            .problem()
                            .violation("notificationAddresses[" + index + "]", "duplicate", "is there already");
                });
    }

    private static Preferences preferences(Row row) {
        return new Preferences(
                row.getString("time_zone"),
                Theme.valueOf(row.getString("theme")),
                List.of(row.getArrayOfStrings("addresses")),
                row.getInteger("revision"));
    }
}
