package io.tidewatch.ui.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class PageStateTest {

    @Test
    void anAddressWithoutAQueryHasTheDefaults() {
        PageState state = of("");

        assertThat(state).isEqualTo(new PageState(null, null, TimeRange.DEFAULT, null, null));
        assertThat(state.query()).isEqualTo(QueryParameters.empty());
    }

    @Test
    void whatTheAddressSaysIsCarriedOnUnchanged() {
        String query = "org=northwind-air&team=delays&range=30d&version=2&environment=production";

        assertThat(of(query).query().getParameters())
                .isEqualTo(QueryParameters.fromString(query).getParameters());
    }

    @Test
    void aFixedRangeIsCarriedOnToTheMillisecond() {
        PageState state = of("from=2026-01-01T00:00:00.123Z&to=2026-01-02T00:00:00Z");

        assertThat(state.range())
                .isEqualTo(new TimeRange.Between(
                        Instant.parse("2026-01-01T00:00:00.123Z"), Instant.parse("2026-01-02T00:00:00Z")));
        assertThat(of(state.query().getQueryString())).isEqualTo(state);
    }

    @Test
    void anotherOrganizationKeepsTheRangeButNotItsTeamOrVersion() {
        PageState state = of("org=a&team=t&range=30d&version=2").withOrganization("b");

        assertThat(state).isEqualTo(new PageState("b", null, new TimeRange.Last(30, ChronoUnit.DAYS), null, null));
    }

    @Test
    void leavingAModelDropsItsVersionAndEnvironment() {
        assertThat(of("org=a&team=t&version=2&environment=e").outsideModel()).isEqualTo(of("org=a&team=t"));
    }

    @Test
    void namesInPathsAreEncoded() {
        assertThat(Paths.feature("m", "a/b c")).isEqualTo("models/m/drift/a%2Fb%20c");
        assertThat(Paths.model("m", "")).isEqualTo("models/m");
    }

    private static PageState of(String query) {
        return PageState.of(
                new Location("models", query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query)));
    }
}
