package io.tidewatch.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.Health;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.dashboard.Standing.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "critical,warning,ok | 1 model needs attention now, and 1 more should be looked at.",
                "critical,critical,ok | 2 models need attention now.",
                "warning,ok | 1 model should be looked at; none is critical.",
                "ok,ok,ok | All 3 models are fine.",
                "ok | Your model is fine.",
                "no-data,no-data | No predictions have arrived recently for any of your 2 models.",
                "ok,unknown,no-data | Nothing is wrong with the models that can be judged; 2 cannot be judged yet."
            })
    void saysInOneSentenceWhetherAnythingIsWrong(String statuses, String sentence) {
        assertThat(standing(statuses).sentence()).isEqualTo(sentence);
    }

    @Test
    void putsTheMostUrgentFirst() {
        Standing standing = standing("ok,no-data,critical,unknown,warning");

        assertThat(standing.entries())
                .extracting(Entry::status)
                .containsExactly(Status.CRITICAL, Status.WARNING, Status.NO_DATA, Status.UNKNOWN, Status.OK);
        assertThat(standing.worst()).isEqualTo(Status.CRITICAL);
        assertThat(standing.needingAttention()).hasSize(2);
        assertThat(standing.others()).hasSize(3);
    }

    @Test
    void aModelWhoseHealthCouldNotBeReadIsUnknown() {
        Standing standing = new Standing(List.of(new Entry(model("m"), null)), false);

        assertThat(standing.worst()).isEqualTo(Status.UNKNOWN);
        assertThat(standing.entries().getFirst().reason()).isEqualTo("Its status could not be read.");
    }

    private static Standing standing(String statuses) {
        List<Entry> entries = new ArrayList<>();
        for (String status : statuses.split(",", -1)) {
            entries.add(new Entry(model("m" + entries.size()), new Health(status, "Because.", null, 0, 0, 0, null)));
        }
        return new Standing(entries, false);
    }

    private static Model model(String key) {
        return new Model(
                key,
                key,
                null,
                "binary",
                new Model.TeamRef("t", "T"),
                List.of(),
                Instant.EPOCH,
                1,
                new Model.Access(false));
    }
}
