package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundTruthTest {

    @Test
    void holdsAClassOrAValue() {
        Instant time = Instant.parse("2026-03-01T12:00:00Z");
        GroundTruth ofClass = GroundTruth.ofClass("id", "late").observedAt(time);
        GroundTruth ofValue = GroundTruth.ofValue("id", 17.5);

        assertThat(ofClass.className()).isEqualTo("late");
        assertThat(ofClass.value()).isNaN();
        assertThat(ofClass.observedAt()).isEqualTo(time);
        assertThat(ofValue.className()).isNull();
        assertThat(ofValue.value()).isEqualTo(17.5);
        assertThat(List.of(ofClass, ofValue))
                .allSatisfy(truth -> assertThat(truth.problem()).isNull());
    }

    @Test
    void neverThrowsForWhatItCannotUse() {
        assertThat(List.of(
                        GroundTruth.ofClass(null, "late"),
                        GroundTruth.ofClass("", "late"),
                        GroundTruth.ofClass("x".repeat(129), "late"),
                        GroundTruth.ofClass("id", null),
                        GroundTruth.ofValue("id", Double.NaN),
                        GroundTruth.ofValue("id", Double.POSITIVE_INFINITY)))
                .allSatisfy(truth -> assertThat(truth.problem()).isNotNull());
    }
}
