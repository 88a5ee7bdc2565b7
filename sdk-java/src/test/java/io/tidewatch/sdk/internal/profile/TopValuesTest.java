package io.tidewatch.sdk.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TopValuesTest {

    @Test
    void countsAreExactWhileThereIsRoom() {
        TopValues values = new TopValues();
        for (int i = 0; i < TopValues.CAPACITY; i++) {
            values.add("v" + i);
        }
        values.add("v7");
        values.add("v3");
        values.add("v3");
        assertThat(values.hasOverflowed()).isFalse();
        assertThat(values.distinct()).isEqualTo(TopValues.CAPACITY);
        assertThat(values.top(3)).containsExactly(Map.entry("v3", 3L), Map.entry("v7", 2L), Map.entry("v0", 1L));
    }

    @Test
    void frequentValuesSurviveAFloodOfRareOnes() {
        TopValues values = new TopValues();
        SplittableRandom random = new SplittableRandom(5);
        int count = 200_000;
        int frequent = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) == 0) {
                values.add("frequent");
                frequent++;
            } else {
                values.add("rare " + i);
            }
        }
        assertThat(values.hasOverflowed()).isTrue();
        assertThat(values.distinct()).isLessThanOrEqualTo(TopValues.CAPACITY);
        Map.Entry<String, Long> first = values.top(1).get(0);
        assertThat(first.getKey()).isEqualTo("frequent");
        assertThat(first.getValue()).isBetween((long) frequent - count / TopValues.CAPACITY, (long) frequent);
    }

    @Test
    void longTextsAreToldApartByTheirStart() {
        TopValues values = new TopValues();
        String start = "x".repeat(TopValues.MAX_LENGTH - 1);
        values.add(start + "\uD83D\uDE00 and more");
        values.add("nul\0");
        assertThat(values.top(2)).extracting(Map.Entry::getKey).containsExactlyInAnyOrder(start, "nul\uFFFD");
    }
}
