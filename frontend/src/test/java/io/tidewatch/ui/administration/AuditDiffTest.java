package io.tidewatch.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.administration.AuditDiff.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditDiffTest {

    @Test
    void onlyWhatDiffersIsShownAndObjectsAreLookedInto() {
        assertThat(AuditDiff.of(
                        Map.of("name", "a", "same", 1, "limits", Map.of("events", 5, "bytes", 7), "gone", true),
                        Map.of("name", "b", "same", 1, "limits", Map.of("events", 6, "bytes", 7))))
                .containsExactly(
                        new Line("gone", "true", null),
                        new Line("limits.events", "5", "6"),
                        new Line("name", "a", "b"));
    }

    @Test
    void aMissingStateShowsEverythingOfTheOther() {
        assertThat(AuditDiff.of(null, Map.of("scopes", List.of("read"))))
                .containsExactly(new Line("scopes", null, "[read]"));
        assertThat(AuditDiff.of(Map.of("role", "viewer"), null)).containsExactly(new Line("role", "viewer", null));
        assertThat(AuditDiff.of(null, null)).isEmpty();
    }
}
