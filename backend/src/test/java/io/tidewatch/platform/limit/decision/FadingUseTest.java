package io.tidewatch.platform.limit.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FadingUseTest {

    private static final long HALF_LIFE = 1_000;

    @Test
    void reachesHalfOfWhatRunsAfterAHalfLifeAndAllInTheEnd() {
        FadingUse use = FadingUse.none(0).plus(4);

        assertThat(use.at(HALF_LIFE, HALF_LIFE).level()).isEqualTo(2, within(1e-12));
        assertThat(use.at(60 * HALF_LIFE, HALF_LIFE).level()).isEqualTo(4, within(1e-12));
    }

    @Test
    void fadesByHalfOnceNothingRuns() {
        FadingUse use = new FadingUse(3, 1, 0).plus(-1);

        assertThat(use.at(2 * HALF_LIFE, HALF_LIFE).level()).isEqualTo(0.75, within(1e-12));
    }

    @Test
    void doesNotDependOnHowOftenOneLooks() {
        Random random = new Random(7);
        FadingUse use = new FadingUse(random.nextDouble(), 3, 0);
        FadingUse looked = use;
        long now = 0;
        for (int i = 0; i < 100; i++) {
            now += random.nextInt(50);
            looked = looked.at(now, HALF_LIFE);
        }
        assertThat(looked.level()).isEqualTo(use.at(now, HALF_LIFE).level(), within(1e-9));
    }

    @Test
    void aClockThatGoesBackChangesNothing() {
        FadingUse use = new FadingUse(1, 2, 500);

        assertThat(use.at(100, HALF_LIFE)).isEqualTo(use);
    }
}
