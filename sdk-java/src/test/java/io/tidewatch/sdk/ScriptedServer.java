package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.json.JsonObject;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A server in memory that behaves as told, one request at a time, and remembers what it took. */
final class ScriptedServer implements Transport {

    /** How the server answers. */
    enum Mood {
        WELL,
        UNAVAILABLE,
        ASKS_FOR_TIME,
        BROKEN,
        UNREACHABLE,
        /** Takes the events, but the answer is lost. */
        MUTE,
        NONSENSE,
        SMALL,
        UNCOMPRESSED_ONLY,
        UNAUTHORIZED,
        REFUSES_SOME,
        REFUSES_ALL,
        BAD_REQUEST
    }

    /** In mood SMALL, the largest body taken. */
    static final int SMALL_BYTES = 600;

    final List<String> predictionIds = new ArrayList<>();
    final Set<String> groundTruthIds = new HashSet<>();
    /** Ground truths that came before their prediction. */
    final Set<String> early = new HashSet<>();

    final List<Integer> requestSizes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    Mood mood = Mood.WELL;
    int attempts;
    int duplicates;
    boolean closed;

    @Override
    public Answer send(Request request, Duration timeout) throws IOException {
        attempts++;
        if (closed) {
            throw new IOException("closed");
        }
        return switch (mood) {
            case WELL -> take(request, 0);
            case UNAVAILABLE -> answer(503, "");
            case ASKS_FOR_TIME -> new Answer(429, "", false, "20");
            case BROKEN -> answer(500, "{\"code\":\"internal-error\"}");
            case UNREACHABLE -> throw new IOException("Connection refused");
            case MUTE -> {
                take(request, 0);
                throw new IOException("connection reset");
            }
            case NONSENSE -> answer(200, "<html>please log in</html>");
            case SMALL -> request.body().length > SMALL_BYTES ? answer(413, "") : take(request, 0);
            case UNCOMPRESSED_ONLY -> request.gzip() ? answer(415, "") : take(request, 0);
            case UNAUTHORIZED -> answer(401, "{\"code\":\"api-key-expired\"}");
            case REFUSES_SOME -> take(request, 2);
            case REFUSES_ALL -> refuseAll(request);
            case BAD_REQUEST -> answer(400, "{\"code\":\"malformed-json\"}");
        };
    }

    /** Takes the events, but for every {@code refused}-th. */
    private Answer take(Request request, int refuseEvery) {
        List<JsonObject> events = events(request);
        requestSizes.add(events.size());
        List<String> rejected = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < events.size(); i++) {
            String id = events.get(i).string("predictionId");
            if (refuseEvery > 0 && i % refuseEvery == 0) {
                rejected.add("{\"index\":" + i + ",\"code\":\"wrong-type\"}");
            } else if (request.path().endsWith("/predictions")) {
                if (known.add(id)) {
                    predictionIds.add(id);
                } else {
                    repeated++;
                }
            } else {
                if (!known.contains(id)) {
                    early.add(id);
                }
                repeated += groundTruthIds.add(id) ? 0 : 1;
            }
        }
        duplicates += repeated;
        return answer(
                202,
                "{\"accepted\":" + (events.size() - rejected.size()) + ",\"duplicates\":" + repeated + ",\"rejected\":["
                        + String.join(",", rejected) + "]}");
    }

    private static Answer refuseAll(Request request) {
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < events(request).size(); i++) {
            violations.add("{\"field\":\"predictions[" + i + "].version\",\"code\":\"unknown-version\"}");
        }
        return answer(422, "{\"code\":\"validation-failed\",\"violations\":[" + String.join(",", violations) + "]}");
    }

    static List<JsonObject> events(Request request) {
        try {
            JsonObject body = JsonReader.readObject(new String(request.body(), StandardCharsets.UTF_8));
            List<JsonObject> events = new ArrayList<>(body.objects("predictions"));
            events.addAll(body.objects("groundTruth"));
            return events;
        } catch (JsonSyntaxException e) {
            throw new AssertionError("the client sent a body that is not JSON", e);
        }
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body, false, null);
    }

    @Override
    public void close() {
        closed = true;
    }
}
