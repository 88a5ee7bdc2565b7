package io.tidewatch.ui.fake;

import io.tidewatch.ui.fake.FakeBackend.Refusal;
import io.tidewatch.ui.fake.FakeBackend.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up accounting and dead letters; a replay accepts all but letters of ground truth. */
final class SampleIngestion {

    private final List<Map<String, Object>> letters = new ArrayList<>();

    SampleIngestion(Instant now) {
        for (int i = 0; i < 5; i++) {
            letters.add(letter(
                    "71-" + i, "flight-delay", "prediction", "refused-by-store", now.minus(i, ChronoUnit.HOURS)));
        }
        letters.add(letter(
                "72-0", "delay-minutes", "ground-truth", "conflicting-prediction", now.minus(2, ChronoUnit.DAYS)));
    }

    void routes(FakeBackend server) {
        server.on("GET", "/ingestion/accounting", request -> accounting());
        server.on("GET", "/ingestion/dead-letters", this::list);
        server.on("GET", "/ingestion/dead-letters/{}", this::one);
        server.on("POST", "/ingestion/dead-letters/replays", request -> resolve(request, "replayed"));
        server.on("POST", "/ingestion/dead-letters/discards", request -> resolve(request, "discarded"));
    }

    private Map<String, Object> accounting() {
        return Map.of(
                "balanced",
                true,
                "accounts",
                List.of(
                        account("flight-delay", "Flight delay", "prediction", 300_000, 5),
                        account("flight-delay", "Flight delay", "ground-truth", 281_444, 0),
                        account("delay-minutes", "Minutes of delay", "prediction", 0, 0),
                        account("delay-minutes", "Minutes of delay", "ground-truth", 12, 1),
                        account("hostile", SampleData.HOSTILE, "prediction", 7, 0)));
    }

    private Map<String, Object> account(String model, String name, String kind, long accepted, long dead) {
        long pending = accepted / 1_000;
        return Map.of(
                "model", model,
                "modelName", name,
                "kind", kind,
                "accepted", accepted,
                "stored", accepted - pending - dead,
                "pending", pending,
                "deadLettered", dead,
                "balanced", true,
                "deadLetters", Map.of("open", dead, "replayed", 0, "discarded", 0));
    }

    private Map<String, Object> list(Request request) {
        String state = request.query().getOrDefault("state", "open");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                letters.stream()
                        .filter(letter -> state.equals("all") || state.equals(letter.get("state")))
                        .map(letter -> {
                            Map<String, Object> row = new LinkedHashMap<>(letter);
                            row.remove("payload");
                            return row;
                        })
                        .toList());
        page.put("nextCursor", null);
        return page;
    }

    private Map<String, Object> one(Request request) {
        return letters.stream()
                .filter(letter -> letter.get("id").equals(request.segment(0)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "dead-letter-not-found", "There is no such dead letter"));
    }

    private Map<String, Object> resolve(Request request, String state) {
        int done = 0;
        List<Map<String, Object>> refused = new ArrayList<>();
        for (Map<String, Object> letter : letters) {
            boolean meant = letter.get("state").equals("open")
                    && request.body().contains("\"" + letter.get("model") + "\"")
                    && (!request.body().contains("ids") || request.body().contains("\"" + letter.get("id") + "\""));
            if (!meant) {
                continue;
            }
            if (state.equals("replayed") && letter.get("kind").equals("ground-truth")) {
                refused.add(Map.of(
                        "id", letter.get("id"), "code", "wrong-type", "field", "value", "detail", "must be a number"));
            } else {
                letter.put("state", state);
                done++;
            }
        }
        return Map.of(state, done, "refused", refused, "refusedCount", refused.size(), "more", false);
    }

    private static Map<String, Object> letter(String id, String model, String kind, String reason, Instant at) {
        String payload =
                "{\"predictionId\": \"flight-" + id + "\", \"version\": \"2\", \"features\": {\"distance\": 733.0,"
                        + " \"origin\": \"ATL\"}, \"prediction\": {\"score\": 0.81}}";
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("id", id);
        letter.put("model", model);
        letter.put("kind", kind);
        letter.put("reason", reason);
        letter.put("detail", "The event store can't keep it as it is");
        letter.put("receivedAt", at.toString());
        letter.put("state", "open");
        letter.put("payloadBytes", payload.length());
        letter.put("payloadCut", false);
        letter.put("payload", payload);
        return letter;
    }
}
