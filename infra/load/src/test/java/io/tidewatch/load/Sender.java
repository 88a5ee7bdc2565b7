package io.tidewatch.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends predictions and their ground truth, sometimes before them, as a careful client does: what was not acknowledged is
 * sent again as it was.
 */
final class Sender implements Runnable {

    private static final long RETRY_MILLIS = 50;

    private final Product product;
    private final String model;
    private final Ledger ledger;
    private final SplittableRandom random;
    private final EventMaker events;
    private final CountDownLatch stop;
    private volatile @Nullable String complaint;

    Sender(Product product, String model, Ledger ledger, long seed, CountDownLatch stop) {
        this.product = product;
        this.model = model;
        this.ledger = ledger;
        this.random = new SplittableRandom(seed);
        this.events = new EventMaker(seed, 3, Instant.now().minusSeconds(14 * 86_400), 14 * 86_400_000L);
        this.stop = stop;
    }

    /** What was wrong about an answer; null if nothing was. */
    @Nullable
    String complaint() {
        return complaint;
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0 && complaint == null) {
                batch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void batch() throws InterruptedException {
        List<UUID> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int size = random.nextInt(1, 150);
        for (int i = 0; i < size; i++) {
            UUID id = events.id(System.currentTimeMillis());
            ids.add(id);
            lines.add(events.event(id));
        }
        List<UUID> withTruth = ids.subList(0, random.nextInt(size + 1));
        boolean truthFirst = random.nextBoolean();
        if (truthFirst) {
            truths(withTruth);
        }
        untilAccepted("/models/" + model + "/predictions", EventMaker.json(lines));
        ledger.predictions().addAll(ids);
        ledger.added();
        if (!truthFirst) {
            truths(withTruth);
        }
    }

    private void truths(List<UUID> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return;
        }
        List<String> lines = ids.stream()
                .map(id -> "{\"predictionId\":\"" + id + "\",\"value\":1}")
                .toList();
        byte[] body = ("{\"groundTruth\":[" + String.join(",", lines) + "]}").getBytes(StandardCharsets.UTF_8);
        untilAccepted("/models/" + model + "/ground-truth", body);
        ledger.truths().addAll(ids);
    }

    private void untilAccepted(String path, byte[] body) throws InterruptedException {
        while (true) {
            try {
                Reply reply = product.send(path, body, Map.of());
                if (reply.isAccepted()) {
                    if (!reply.body().path("rejected").isEmpty()) {
                        complaint = "rejected: " + reply.body();
                    }
                    return;
                }
                // While the backend starts, PostgreSQL's pool may not be ready; nothing but 5xx is worth a repetition.
                if (reply.status() < 500 && reply.status() != 429) {
                    complaint = "status " + reply.status() + ": " + reply.body();
                    return;
                }
            } catch (IOException e) {
                // The backend is away, or its answer was lost.
            }
            new CountDownLatch(1).await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
