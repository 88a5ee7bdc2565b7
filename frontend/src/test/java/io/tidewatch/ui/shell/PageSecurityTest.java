package io.tidewatch.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.navigation.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSecurityTest {

    @Test
    void inlineScriptsNeedThePagesNonce() {
        String policy = PageSecurity.policy("abc");

        assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("script-src 'self' 'nonce-abc' 'unsafe-eval'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
    }

    @ParameterizedTest
    @CsvSource({"Demo Editor, DE", "Cher, C", "Ada Byron King, AK", "'', ?", "😀 x, 😀X"})
    void initialsComeFromFirstAndLastName(String name, String initials) {
        assertThat(PersonMenu.initials(name)).isEqualTo(initials);
    }

    @Test
    void aFixedRangeIsNamedInTheViewersZone() {
        TimeRange range =
                new TimeRange.Between(Instant.parse("2026-01-01T23:00:00Z"), Instant.parse("2026-01-03T11:30:00Z"));

        assertThat(RangeMenu.label(range, ZoneId.of("Europe/Berlin"))).isEqualTo("2 Jan 00:00 – 3 Jan 12:30");
        assertThat(RangeMenu.label(new TimeRange.Last(24, ChronoUnit.HOURS), ZoneId.of("UTC")))
                .isEqualTo("Last 24 hours");
    }
}
