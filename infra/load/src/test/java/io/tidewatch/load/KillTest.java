package io.tidewatch.load;

import io.tidewatch.local.Part;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** kill -9 of backend and engine under load: each acknowledged prediction is there exactly once, and no other. */
class KillTest {

    private static final String MODEL = "killed";
    private static final int SENDERS = 3;
    private static final long SEED = 20_260_301;

    @Test
    void everyAcknowledgedPredictionIsThereExactlyOnce() throws Exception {
        int kills = Boolean.getBoolean("soak") ? 200 : 10;
        try (Product product = Product.start(Map.of("TIDEWATCH_INGESTION_LOG_LINGER", "PT0.3S"))) {
            product.registerModel(MODEL, EventMaker.names(3));
            Ledger ledger = new Ledger();
            Senders senders = Senders.start(SENDERS, product, MODEL, ledger, SEED);
            int backendKills = kill(product, ledger, kills);
            senders.stop();
            ledger.awaitStored(product, MODEL);
            ledger.compare(product, MODEL);
            System.out.printf(
                    "%d kills (%d of the backend): %d predictions and %d ground truths acknowledged, all there and counted"
                            + " exactly once%n",
                    kills,
                    backendKills,
                    ledger.predictions().size(),
                    ledger.truths().size());
        }
    }

    private static int kill(Product product, Ledger ledger, int kills) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        int backendKills = 0;
        for (int i = 0; i < kills; i++) {
            ledger.awaitMore(random.nextInt(1, 3000));
            boolean backend = random.nextInt(2) == 0;
            Part victim = backend ? Part.BACKEND : Part.CLICKHOUSE;
            backendKills += backend ? 1 : 0;
            product.stack().kill(victim);
            product.stack().restart(victim);
        }
        return backendKills;
    }
}
