package io.tidewatch.health.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final long DAY = 1440;

    @Test
    void aPauseOfEachNightIsUsual() {
        // 9 days, each from 6:00 to 22:48.
        long[] minutes = LongStream.range(0, 9)
                .flatMap(day -> LongStream.rangeClosed(day * DAY + 360, day * DAY + 1368))
                .toArray();

        SilenceSuggestion suggestion = SilenceSuggestion.of(minutes);

        assertThat(suggestion.limit()).isEqualTo(Duration.ofHours(12));
        assertThat(suggestion.reason())
                .isEqualTo("Over the last 9 days the longest usual pause was 7 h 12 min, about once a day.");
    }

    @Test
    void weekendsAreUsualIfThereWereTwo() {
        // Two weeks from a Monday, each working day from 8:00 to 18:00.
        long[] minutes = LongStream.range(0, 14)
                .filter(day -> day % 7 < 5)
                .flatMap(day -> LongStream.rangeClosed(day * DAY + 480, day * DAY + 1080))
                .toArray();
        long[] andMonday = LongStream.concat(LongStream.of(minutes), LongStream.of(14 * DAY + 480))
                .toArray();

        SilenceSuggestion suggestion = SilenceSuggestion.of(andMonday);

        assertThat(suggestion.limit()).isEqualTo(Duration.ofDays(4));
        assertThat(suggestion.reason())
                .isEqualTo("Over the last 14 days the longest usual pause was 2 days 14 h, about once a week.");
    }

    @Test
    void anOutageIsNotUsual() {
        long[] minutes = LongStream.range(0, 5 * DAY)
                .filter(minute -> minute < 2 * DAY || minute > 2 * DAY + 600)
                .toArray();

        SilenceSuggestion suggestion = SilenceSuggestion.of(minutes);

        assertThat(suggestion.limit()).isEqualTo(Duration.ofMinutes(15));
        assertThat(suggestion.reason())
                .isEqualTo(
                        "Over the last 5 days the longest usual pause was 1 min. Not counted: one pause of 10 h 2 min.");
    }

    @Test
    void aStreamWithoutPausesGetsTheShortestLimit() {
        SilenceSuggestion suggestion =
                SilenceSuggestion.of(LongStream.range(0, 2 * DAY).toArray());

        assertThat(suggestion.limit()).isEqualTo(Duration.ofMinutes(15));
        assertThat(suggestion.reason()).isEqualTo("Over the last 2 days predictions came in every minute.");
    }

    @Test
    void tooLittleIsKnownOfANewModel() {
        assertThat(SilenceSuggestion.of(new long[0]).limit()).isEqualTo(Duration.ofHours(24));
        assertThat(SilenceSuggestion.of(new long[] {0, 200}).reason())
                .startsWith("Predictions of 3 h 20 min are too few");
    }

    @Test
    void whatCannotBeJudgedIsLeftOutWithItsReason() {
        DriftSuggestion suggestion = DriftSuggestion.of(
                true,
                List.of(
                        number("distance", 1000, 0, 700),
                        number("constant", 1000, 0, 1),
                        number("rare", 20, 980, 15),
                        category("customer", 1000, 950),
                        category("postcode", 1000, 400),
                        category("airport", 1000, 30),
                        category("tiny", 10, 10),
                        new VariableFacts("note", false, VariableFacts.Kind.TEXT, false, true, 1000, 0, 0),
                        new VariableFacts("new", false, VariableFacts.Kind.NUMBER, false, false, 0, 0, 0),
                        new VariableFacts(
                                "prediction.class", true, VariableFacts.Kind.CATEGORY, false, true, 1000, 0, 1)));

        assertThat(suggestion.leftOut())
                .containsExactlyInAnyOrder("constant", "rare", "customer", "postcode", "note", "new");
        assertThat(suggestion.reason()).isEqualTo("4 of 10 features and outputs can be judged against the baseline.");
        assertThat(suggestion.items())
                .filteredOn(item -> !item.watched())
                .extracting(DriftSuggestion.Item::reason)
                .containsExactly(
                        "The same value in all 1,000 predictions of the baseline.",
                        "Missing in 98 % of the baseline's 1,000 predictions.",
                        "Like an identifier: 950 different values in 1,000 predictions.",
                        "400 categories in 1,000 predictions: fewer than 5 of each.",
                        "Free text is not compared; only whether it is there.",
                        "The baseline has no values of it.");
    }

    @Test
    void withoutBaselineEverythingWaitsForOne() {
        DriftSuggestion suggestion = DriftSuggestion.of(false, List.of(number("distance", 0, 0, 0)));

        assertThat(suggestion.leftOut()).isEmpty();
        assertThat(suggestion.reason()).startsWith("No baseline is pinned yet");
    }

    @Test
    void missingValuesGetTheirOwnVariationAndAPointAtLeast() {
        List<Presence> days = new ArrayList<>();
        for (int missing : new int[] {20, 24, 18, 30}) {
            days.add(new Presence(1000, missing));
        }
        MissingValuesSuggestion suggestion = MissingValuesSuggestion.of(
                true,
                List.of(
                        number("distance", 1000, 0, 700),
                        number("origin", 3908, 92, 10),
                        number("always", 1, 3999, 1),
                        new VariableFacts("needed", false, VariableFacts.Kind.NUMBER, true, true, 4000, 0, 9),
                        new VariableFacts("prediction.score", true, VariableFacts.Kind.NUMBER, false, true, 1, 1, 1)),
                Map.of("origin", days));

        // 2.3 % + 3 * 0.53 %
        assertThat(suggestion.limits()).containsOnly(Map.entry("distance", 0.01), Map.entry("origin", 0.04));
        assertThat(suggestion.items())
                .extracting(MissingValuesSuggestion.Item::reason)
                .containsExactly(
                        "Never missing in the baseline.",
                        "Missing in 2.3 % of the baseline, at most in 3 % on one of its 4 days.",
                        "Missing in 100 % of the baseline.");
    }

    @Test
    void groundTruthIsExpectedAsOftenAsUsual() {
        GroundTruthSuggestion suggestion = GroundTruthSuggestion.of(
                500,
                Duration.ofMinutes(80),
                List.of(
                        new GroundTruthSuggestion.Day(100, 81),
                        new GroundTruthSuggestion.Day(10, 0),
                        new GroundTruthSuggestion.Day(100, 94)));

        assertThat(suggestion.suggested()).isTrue();
        assertThat(suggestion.delay()).isEqualTo(Duration.ofHours(2));
        assertThat(suggestion.minimumRatio()).isEqualTo(0.75);
        assertThat(suggestion.reason())
                .isEqualTo(
                        "95 of 100 ground truths came within 1 h 20 min. Of older predictions, 81 % to 94 % had one on"
                                + " each of 2 days.");
        assertThat(GroundTruthSuggestion.of(
                                500,
                                Duration.ofHours(1),
                                List.of(new GroundTruthSuggestion.Day(100, 100), new GroundTruthSuggestion.Day(60, 60)))
                        .reason())
                .endsWith("Of older predictions, 100 % had one on each of 2 days.");
        assertThat(GroundTruthSuggestion.of(0, Duration.ZERO, List.of()).suggested())
                .isFalse();
        assertThat(GroundTruthSuggestion.of(100, Duration.ofDays(3), List.of()).reason())
                .contains("within 3 days. No whole day");
    }

    @ParameterizedTest
    @CsvSource({
        "PT10S, less than a minute",
        "PT15M, 15 min",
        "PT7H12M, 7 h 12 min",
        "PT24H, 24 h",
        "PT26H, 26 h",
        "P2DT4H, 2 days 4 h",
        "P3D, 3 days"
    })
    void timesReadAsPeopleSayThem(Duration length, String words) {
        assertThat(Words.duration(length)).isEqualTo(words);
    }

    @Test
    void acceptingAllOfItIsAChoice() {
        HealthSuggestion suggestion = new HealthSuggestion(
                SilenceSuggestion.of(new long[0]),
                DriftSuggestion.of(true, List.of(number("a", 10, 0, 5), number("b", 10, 0, 1))),
                MissingValuesSuggestion.of(true, List.of(number("a", 10, 0, 5)), Map.of()),
                GroundTruthSuggestion.of(0, Duration.ZERO, List.of()));

        HealthChecks checks = suggestion.checks();

        assertThat(checks.silence()).isEqualTo(new HealthChecks.Silence(true, Duration.ofHours(24)));
        assertThat(checks.drift().leftOut()).containsExactly("b");
        assertThat(checks.missingValues().limits()).containsOnlyKeys("a");
        assertThat(checks.groundTruth().enabled()).isFalse();
    }

    private static VariableFacts number(String name, long n, long missing, long distinct) {
        return new VariableFacts(name, false, VariableFacts.Kind.NUMBER, false, true, n, missing, distinct);
    }

    private static VariableFacts category(String name, long n, long distinct) {
        return new VariableFacts(name, false, VariableFacts.Kind.CATEGORY, false, true, n, 0, distinct);
    }
}
