package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

class PendingRoomTest {

    @Test
    void whoStaysWithinHisShareIsNeverTurnedAway() {
        qt().forAll(
                        integers().between(1, 1_000),
                        integers().between(0, 1_000),
                        integers().between(0, 1_000),
                        integers().between(0, 1_000))
                .checkAssert((max, waiting, own, others) -> {
                    PendingRoom room = new PendingRoom(max, Math.min(max, waiting), own + others, own);
                    long excess = room.excess(0.5);
                    assertThat(excess).isBetween(0L, (long) max);
                    if (own <= others) {
                        assertThat(excess).isZero();
                    }
                });
    }

    @Test
    void excessIsWhatMustBeStoredFirst() {
        assertThat(new PendingRoom(1_000, 800, 100, 90).excess(0.5)).isEqualTo(220);
        assertThat(new PendingRoom(1_000, 800, 0, 0).excess(0.5)).isZero();
        assertThat(new PendingRoom(1_000, 1_000, 10, 10).excess(1)).isZero();
    }
}
