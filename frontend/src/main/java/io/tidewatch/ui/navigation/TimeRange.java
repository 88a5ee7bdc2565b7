package io.tidewatch.ui.navigation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time range of a page: the last so many hours or days, or fixed. */
public sealed interface TimeRange {

    /** The range of a page whose address names none. */
    TimeRange DEFAULT = new Last(7, ChronoUnit.DAYS);

    /** Ranges offered for one click. */
    List<Last> PRESETS = List.of(
            new Last(24, ChronoUnit.HOURS),
            new Last(3, ChronoUnit.DAYS),
            new Last(7, ChronoUnit.DAYS),
            new Last(14, ChronoUnit.DAYS),
            new Last(30, ChronoUnit.DAYS),
            new Last(90, ChronoUnit.DAYS),
            new Last(180, ChronoUnit.DAYS));

    /** The longest span the backend answers for. */
    Duration LONGEST = Duration.ofDays(400);

    /** The instants this range means now. */
    Window resolve(Clock clock);

    /** Reads the range from the query of an address; anything unreadable gives the default. */
    static TimeRange parse(@Nullable String range, @Nullable String from, @Nullable String to) {
        if (from != null && to != null) {
            return Between.parse(from, to).<TimeRange>map(between -> between).orElse(DEFAULT);
        }
        return range == null
                ? DEFAULT
                : Last.parse(range).<TimeRange>map(last -> last).orElse(DEFAULT);
    }

    /** The last {@code amount} hours or days until now, so that the page moves on with time. */
    record Last(int amount, ChronoUnit unit) implements TimeRange {

        private static final Pattern CODE = Pattern.compile("([1-9][0-9]{0,3})([hd])");

        static Optional<Last> parse(String code) {
            Matcher matcher = CODE.matcher(code);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Last last = new Last(
                    Integer.parseInt(matcher.group(1)),
                    "h".equals(matcher.group(2)) ? ChronoUnit.HOURS : ChronoUnit.DAYS);
            return last.duration().compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(last);
        }

        /** The form used in addresses, such as {@code 7d}. */
        public String code() {
            return amount + (unit == ChronoUnit.HOURS ? "h" : "d");
        }

        /** For people, such as "Last 7 days". */
        public String label() {
            return "Last " + amount + (unit == ChronoUnit.HOURS ? " hours" : " days");
        }

        Duration duration() {
            return Duration.of(amount, unit);
        }

        /** Ends with the next full minute: the newest prediction is inside, and pages opened together agree. */
        @Override
        public Window resolve(Clock clock) {
            Instant to = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            return new Window(to.minus(duration()), to);
        }
    }

    /** From one instant to another. */
    record Between(Instant from, Instant to) implements TimeRange {

        static Optional<Between> parse(String from, String to) {
            try {
                Between between = new Between(Instant.parse(from), Instant.parse(to));
                return between.isUsable() ? Optional.of(between) : Optional.empty();
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        /** Whether it runs forward and is not longer than the backend answers for. */
        public boolean isUsable() {
            return from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0;
        }

        @Override
        public Window resolve(Clock clock) {
            return new Window(from, to);
        }
    }
}
