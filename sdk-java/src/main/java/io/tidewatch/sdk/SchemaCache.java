package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Feature schemas by version. Host threads only look, and leave a note of what they did not find; the delivery thread fetches,
 * one schema at a time.
 */
final class SchemaCache {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Versions come from predictions; a host that makes them up must not fill the memory. */
    private static final int MAX_VERSIONS = 16;

    private final boolean enabled;
    private final String versionsPath;
    private final String clientVersion;
    private final Transport transport;
    private final ThrottledLogger logger;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * What is known about a version.
     *
     * @param schema null if it has not been fetched, or has none
     * @param dueNanos when to fetch it (again)
     */
    private record Entry(@Nullable VersionSchema schema, long dueNanos) {}

    SchemaCache(Settings settings, Transport transport, ThrottledLogger logger, long nowNanos) {
        this.enabled = settings.validation();
        this.versionsPath = "models/" + UrlPath.segment(settings.model()) + "/versions/";
        this.clientVersion = settings.version();
        this.transport = transport;
        this.logger = logger;
        if (enabled) {
            entries.put(clientVersion, new Entry(null, nowNanos));
        }
    }

    Validation validate(@Nullable Prediction prediction, long nowNanos) {
        if (!enabled || prediction == null) {
            return Validation.NOT_CHECKED;
        }
        String version = prediction.version() == null ? clientVersion : prediction.version();
        Entry entry = entries.get(version);
        if (entry == null && entries.size() < MAX_VERSIONS) {
            entries.putIfAbsent(version, new Entry(null, nowNanos));
        }
        VersionSchema schema = entry == null ? null : entry.schema();
        return schema == null ? Validation.NOT_CHECKED : new Validation(true, schema.check(prediction));
    }

    /** Fetches one schema that is due, if any. For the delivery thread. */
    void refresh(long nowNanos) {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (nowNanos - entry.getValue().dueNanos() >= 0) {
                entry.setValue(fetch(entry.getKey(), entry.getValue().schema(), nowNanos));
                return;
            }
        }
    }

    /** What the server says now; if it says nothing usable, what was known stays. */
    private Entry fetch(String version, @Nullable VersionSchema known, long nowNanos) {
        String problem;
        try {
            Answer answer = transport.send(Request.get(versionsPath + UrlPath.segment(version)), TIMEOUT);
            if (answer.successful()) {
                return new Entry(VersionSchema.read(JsonReader.readObject(answer.body())), nowNanos + FRESH.toNanos());
            }
            problem = "status " + answer.status();
        } catch (IOException e) {
            problem = e.getClass().getSimpleName();
        } catch (JsonSyntaxException e) {
            problem = "an answer that is not Tidewatch's";
        } catch (InterruptedException e) {
            problem = "the thread was interrupted";
        }
        logger.warn(
                "schema",
                "Tidewatch could not fetch the feature schema of version " + version
                        + ", so it is not validated against: " + problem);
        return new Entry(known, nowNanos + AFTER_FAILURE.toNanos());
    }
}
