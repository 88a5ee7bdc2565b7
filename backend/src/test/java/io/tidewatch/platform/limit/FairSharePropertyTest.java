package io.tidewatch.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairSharePropertyTest {

    private static final int TOTAL = 1_000;

    @Test
    void neverMoreThanThereIsAndNothingIsLost() {
        qt().forAll(
                        lists().of(integers().between(0, 4)).ofSizeBetween(1, 200),
                        lists().of(integers().between(1, 400)).ofSize(200))
                .checkAssert((owners, amounts) -> {
                    FairShare<Integer> share = new FairShare<>(TOTAL);
                    Deque<int[]> taken = new ArrayDeque<>();
                    for (int i = 0; i < owners.size(); i++) {
                        if (share.take(owners.get(i), amounts.get(i))) {
                            taken.add(new int[] {owners.get(i), amounts.get(i)});
                        } else if (!taken.isEmpty()) {
                            int[] oldest = taken.remove();
                            share.giveBack(oldest[0], oldest[1]);
                        }
                        assertThat(share.taken()).isBetween(0L, (long) TOTAL);
                    }
                    taken.forEach(one -> share.giveBack(one[0], one[1]));
                    assertThat(share.taken()).isZero();
                });
    }

    @Test
    void greedyOwnersLeaveAsMuchAsEachOfThemHolds() {
        qt().forAll(integers().between(1, 8)).checkAssert(greedy -> {
            FairShare<Integer> share = new FairShare<>(TOTAL);
            Map<Integer, Integer> held = new HashMap<>();
            boolean progress = true;
            while (progress) {
                progress = false;
                for (int owner = 0; owner < greedy; owner++) {
                    if (share.take(owner, 1)) {
                        held.merge(owner, 1, Integer::sum);
                        progress = true;
                    }
                }
            }
            long free = TOTAL - share.taken();
            assertThat(held.values()).allSatisfy(own -> assertThat(free).isBetween((long) own - 1, (long) own + 2));
            assertThat(share.take(99, free)).isTrue();
        });
    }
}
