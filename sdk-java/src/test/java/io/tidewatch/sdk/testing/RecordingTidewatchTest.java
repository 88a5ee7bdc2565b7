package io.tidewatch.sdk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.Prediction;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTidewatchTest {

    private final RecordingTidewatch tidewatch = new RecordingTidewatch();

    @Test
    void keepsPredictionsUnderTheIdsItHandsOut() {
        String first = tidewatch.record(Prediction.builder().feature("a", 1));
        String second =
                tidewatch.record(Prediction.builder().predictionId("own").feature("a", 2));

        assertThat(first).isEqualTo("prediction-1");
        assertThat(second).isEqualTo("own");
        assertThat(tidewatch.predictions()).extracting(Prediction::predictionId).containsExactly(first, second);
        assertThat(tidewatch.prediction("own").features()).containsEntry("a", 2L);
        assertThatThrownBy(() -> tidewatch.prediction("other"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("prediction-1");
    }

    @Test
    void dropsWhatTheRealClientWouldDrop() {
        tidewatch.record((Prediction) null);
        tidewatch.record(Prediction.builder().feature("", 1));
        tidewatch.recordGroundTruth(GroundTruth.ofClass(null, "late"));
        tidewatch.close();
        tidewatch.record(Prediction.builder().feature("a", 1));
        tidewatch.recordGroundTruth(GroundTruth.ofClass("id", "late"));

        assertThat(tidewatch.isClosed()).isTrue();
        assertThat(tidewatch.predictions()).isEmpty();
        assertThat(tidewatch.groundTruths()).isEmpty();
        assertThat(tidewatch.stats().droppedByReason())
                .isEqualTo(Map.of(DropReason.INVALID, 3L, DropReason.CLOSED, 2L));
    }

    @Test
    void keepsTheAccounts() {
        tidewatch.record(Prediction.builder().feature("a", 1));
        tidewatch.recordGroundTruth(GroundTruth.ofClass("prediction-1", "late"));

        assertThat(tidewatch.flush(Duration.ZERO).complete()).isTrue();
        assertThat(tidewatch.stats().recorded()).isEqualTo(2);
        assertThat(tidewatch.stats().delivered()).isEqualTo(2);
        assertThat(tidewatch.awaitCapacity(1, Duration.ZERO)).isTrue();
    }

    @Test
    void forgetsOnRequest() {
        tidewatch.record(Prediction.builder().feature("a", 1));
        tidewatch.clear();

        assertThat(tidewatch.predictions()).isEmpty();
        assertThat(tidewatch.record(Prediction.builder().feature("a", 1))).isEqualTo("prediction-2");
    }
}
