package io.tidewatch.registry.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tidewatch.registry.ModelId;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns runs into their rows and back. */
@Singleton
class StoredRun {

    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<SeriesPoint>>> SERIES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final ObjectWriter canonical;

    StoredRun(ObjectMapper json) {
        this.json = json;
        this.canonical = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** What two requests have in common if and only if they log the same. */
    byte[] hash(CreateRunRequest request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("Every JVM has SHA-256, and a request that was read can be written", e);
        }
    }

    RunEntity row(CreateRunRequest request, ModelId model, @Nullable UUID version, Instant now, String by) {
        RunEntity entity = new RunEntity();
        entity.id = request.id();
        entity.modelId = model.value();
        entity.kind = request.kind();
        entity.status = request.status();
        entity.name = request.name();
        entity.versionId = version;
        entity.startedAt = request.startedAt();
        entity.endedAt = request.endedAt();
        entity.parameters = toJson(request.parametersOrNone());
        entity.metrics = toJson(request.metricsOrNone());
        entity.contentHash = hash(request);
        entity.createdAt = now;
        entity.createdBy = by;
        return entity;
    }

    RunDetailEntity detailRow(CreateRunRequest request) {
        RunDetailEntity entity = new RunDetailEntity();
        entity.id = request.id();
        entity.series = toJson(request.seriesOrNone());
        entity.profile = request.profile() == null ? null : toJson(request.profile());
        return entity;
    }

    Run run(RunEntity row, List<String> versions) {
        return new Run(
                row.id,
                row.kind,
                row.status,
                row.name,
                versions,
                row.startedAt,
                row.endedAt,
                json.convertValue(row.parameters.getMap(), PARAMETERS),
                json.convertValue(row.metrics.getMap(), METRICS),
                row.createdAt,
                row.createdBy);
    }

    RunDetail detail(Run run, RunDetailEntity row) {
        return new RunDetail(
                run,
                json.convertValue(row.series.getMap(), SERIES),
                row.profile == null ? null : json.convertValue(row.profile.getMap(), DatasetProfile.class));
    }

    @SuppressWarnings("unchecked")
    private JsonObject toJson(Object value) {
        return new JsonObject((Map<String, Object>) json.convertValue(value, Map.class));
    }
}
