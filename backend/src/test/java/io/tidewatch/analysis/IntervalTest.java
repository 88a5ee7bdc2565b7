package io.tidewatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static final Instant FROM = Instant.parse("2026-03-01T10:30:00Z");

    @ParameterizedTest
    @CsvSource({"PT1H,PT1M", "PT10H,PT5M", "P1D,PT15M", "P7D,PT1H", "P14D,PT3H", "P30D,PT6H", "P90D,P1D", "P400D,P7D"})
    void aboutTwoHundredPointsAreChosen(String window, String step) {
        Interval interval = Interval.of("auto", FROM, FROM.plus(Duration.parse(window)));
        assertThat(interval.text()).isEqualTo(step);
        assertThat(Interval.of(null, FROM, FROM.plus(Duration.parse(window)))).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "PT1S", "-PT1H", "P1M"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Interval.of(text, FROM, FROM.plus(Duration.ofDays(1))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations().getFirst().field())
                                .isEqualTo("interval"));
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThatThrownBy(() -> Interval.of("PT1M", FROM, FROM.plus(Duration.ofDays(30))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void stepsStartAtMidnight() {
        Interval days = Interval.of("P1D", FROM, FROM.plus(Duration.ofDays(3)));
        assertThat(days.start(days.unitOf(FROM))).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(days.lastUnit(Instant.parse("2026-03-03T00:00:00Z")))
                .isEqualTo(days.unitOf(Instant.parse("2026-03-02T23:59:59Z")));
    }

    @Test
    void aWindowIsWidenedToWholeSteps() {
        Interval days = new Interval(Duration.ofDays(1));
        Instant from = Instant.parse("2026-03-01T07:00:00Z");
        Instant to = Instant.parse("2026-03-03T00:00:00Z");
        WindowSelection window = new WindowSelection(
                new OrganizationId(new UUID(1, 1)), new ModelId(new UUID(2, 2)), from, to, "3", null);

        assertThat(days.widen(window).from()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(days.widen(window).to()).isEqualTo(to);
        assertThat(days.widen(days.widen(window))).isEqualTo(days.widen(window));
        assertThat(days.widen(window).version()).isEqualTo("3");
    }
}
