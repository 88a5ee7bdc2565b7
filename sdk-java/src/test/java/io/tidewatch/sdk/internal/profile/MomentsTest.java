package io.tidewatch.sdk.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void meanAndDeviationOfASample() {
        Moments moments = new Moments();
        for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            moments.add(value);
        }
        assertThat(moments.count()).isEqualTo(8);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
        assertThat(moments.min()).isEqualTo(2);
        assertThat(moments.max()).isEqualTo(9);
    }

    @Test
    void aLargeOffsetDoesNotDrownTheDeviation() {
        Moments moments = new Moments();
        for (int i = 0; i < 1000; i++) {
            moments.add(1e9 + (i % 2));
        }
        assertThat(moments.standardDeviation()).isCloseTo(0.50025, within(1e-4));
    }

    @Test
    void whatIsNotKnownIsNaN() {
        Moments moments = new Moments();
        assertThat(moments.mean()).isNaN();
        moments.add(1);
        assertThat(moments.standardDeviation()).isNaN();
    }
}
