package io.tidewatch.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EngagedOwnersTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final EngagedOwners<String> owners = new EngagedOwners<>(now::get);

    @Test
    void whoIsAloneNeverStandsBack() {
        for (int i = 0; i < 100; i++) {
            assertThat(use("alone", 1_000)).isFalse();
        }
    }

    @Test
    void whoKeepsItBusyStandsBackWhileOthersAreThere() {
        use("quiet", 20);
        for (int i = 0; i < 10; i++) {
            use("noisy", 1_000);
        }

        assertThat(use("noisy", 1_000)).isTrue();
        assertThat(use("quiet", 20)).isFalse();
    }

    @Test
    void whoOpensAPageNowAndThenDoesNot() {
        for (int i = 0; i < 20; i++) {
            use("other", 20);
            for (int query = 0; query < 8; query++) {
                assertThat(use("reader", 100)).isFalse();
            }
            wait(5_000);
        }
    }

    @Test
    void oneAgainCountsAsAllOnceTheOthersAreGone() {
        use("quiet", 20);
        boolean last = true;
        for (int i = 0; i < 61; i++) {
            last = use("noisy", 1_000);
        }

        assertThat(last).isFalse();
    }

    @Test
    void comesForwardAgainAfterAPause() {
        for (int i = 0; i < 10; i++) {
            use("noisy", 1_000);
            use("quiet", 20);
        }
        assertThat(use("noisy", 10)).isTrue();

        wait(15_000);
        use("quiet", 20);

        assertThat(use("noisy", 10)).isFalse();
    }

    private boolean use(String owner, int millis) {
        boolean standsBack = owners.standsBack(owner);
        owners.begin(owner);
        wait(millis);
        owners.end(owner);
        return standsBack;
    }

    private void wait(int millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
