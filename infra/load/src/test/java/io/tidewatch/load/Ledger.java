package io.tidewatch.load;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the backend has acknowledged, as the sender knows it. */
final class Ledger {

    private final Set<UUID> predictions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> truths = ConcurrentHashMap.newKeySet();
    private int awaited;

    Set<UUID> predictions() {
        return predictions;
    }

    Set<UUID> truths() {
        return truths;
    }

    synchronized void added() {
        if (predictions.size() >= awaited) {
            notifyAll();
        }
    }

    /** Waits until this many more predictions were acknowledged. */
    synchronized void awaitMore(int more) throws InterruptedException {
        awaited = predictions.size() + more;
        while (predictions.size() < awaited) {
            wait();
        }
        awaited = Integer.MAX_VALUE;
    }
}
