package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes events of the log as JSON, in the form in which clients send them. Blocks. */
@ApplicationScoped
class DeadLetterPayloads {

    private static final Logger LOG = Logger.getLogger(DeadLetterPayloads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelVersionService versions;
    private final ObjectMapper json;

    DeadLetterPayloads(ModelVersionService versions, ObjectMapper json) {
        this.versions = versions;
        this.json = json;
    }

    /** A prediction. */
    String prediction(PredictionFrame frame, int row) {
        List<ModelVersion> known = versions(frame);
        Map<String, Object> event;
        try {
            event = PredictionRowReader.read(frame, row, number -> schema(known, number));
        } catch (RuntimeException e) {
            LOG.debug("A row of the log can't be read", e);
            return unreadable(frame, row);
        }
        Object extra = event.remove(PredictionRowReader.EXTRA);
        ObjectNode node = json.valueToTree(event);
        if (extra != null && node.get("features") instanceof ObjectNode features) {
            try {
                JsonNode more = json.readTree(extra.toString());
                more.properties().forEach(entry -> features.set(entry.getKey(), entry.getValue()));
            } catch (JsonProcessingException e) {
                features.put(PredictionRowReader.EXTRA, extra.toString());
            }
        }
        return node.toString();
    }

    /** The bytes, for those who want to know what happened. */
    private String unreadable(PredictionFrame frame, int row) {
        byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.start(row), frame.end(row));
        return json.createObjectNode()
                .put("predictionId", frame.id(row).toString())
                .put("unreadableRow", Base64.getEncoder().encodeToString(bytes))
                .toString();
    }

    /** Ground truth. */
    String groundTruth(WaitingTruth truth) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("predictionId", truth.predictionId().toString());
        if (truth.deleted()) {
            event.put("deleted", true);
        } else if (truth.truthClass().isEmpty()) {
            event.put("value", truth.truthValue());
        } else {
            event.put("class", truth.truthClass());
        }
        event.put("observedAt", EventTime.ofMicros(truth.observedAtMicros()).toString());
        return json.valueToTree(event).toString();
    }

    private List<ModelVersion> versions(PredictionFrame frame) {
        try {
            return versions.all(frame.organization(), frame.model()).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The versions of model %s are not known; its dead letter names places", frame.model());
            return List.of();
        }
    }

    private static @org.jspecify.annotations.Nullable FeatureSchema schema(List<ModelVersion> versions, int number) {
        return versions.stream()
                .flatMap(version -> version.schemas().stream())
                .filter(schema -> schema.id() == number)
                .findFirst()
                .orElse(null);
    }
}
