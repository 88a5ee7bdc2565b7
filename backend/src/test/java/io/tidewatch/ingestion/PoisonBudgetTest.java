package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoisonBudgetTest {

    private final PoisonBudget budget = new PoisonBudget();

    @Test
    void aFewMayAlwaysBeRefused() {
        for (int i = 0; i < PoisonBudget.ALWAYS_ALLOWED; i++) {
            assertThat(budget.mayRefuse()).isTrue();
        }
        assertThat(budget.mayRefuse()).isFalse();
    }

    @Test
    void oneInAHundredMayBeRefused() {
        for (int i = 0; i < 10_000; i++) {
            budget.stored(100);
            assertThat(budget.mayRefuse()).isTrue();
        }
    }

    @Test
    void twoInAHundredStopTheWriter() {
        boolean stopped = false;
        for (int i = 0; i < 10_000 && !stopped; i++) {
            budget.stored(49);
            stopped = !budget.mayRefuse();
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void aThousandInARowStopTheWriterHoweverGoodTheTimeBefore() {
        budget.stored(100_000_000);
        int refused = 0;
        while (budget.mayRefuse()) {
            refused++;
        }
        assertThat(refused).isBetween(900, PoisonBudget.MAX_IN_A_ROW);
    }
}
