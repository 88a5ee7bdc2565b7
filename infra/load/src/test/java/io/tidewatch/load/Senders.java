package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Several senders at work until they are told to stop. */
final class Senders {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Sender> senders = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    static Senders start(int count, Product product, String model, Ledger ledger, long seed) {
        Senders all = new Senders();
        for (int i = 0; i < count; i++) {
            Sender sender = new Sender(product, model, ledger, seed + i, all.stop);
            all.senders.add(sender);
            all.threads.add(Thread.ofPlatform().name("sender-" + i).start(sender));
        }
        return all;
    }

    /** Waits for the end of what they are at. */
    void stop() throws InterruptedException {
        stop.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(senders).allSatisfy(sender -> assertThat(sender.complaint()).isNull());
    }
}
