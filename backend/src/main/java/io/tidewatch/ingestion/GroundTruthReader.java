package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JsonParser;
import io.tidewatch.registry.ModelTask;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads ground-truth events. */
final class GroundTruthReader extends EventReader {

    private final ModelTask task;
    private final PredictionIds ids;
    private final List<GroundTruth> truths = new ArrayList<>();

    private @Nullable String truthClass;
    private double truthValue;
    private @Nullable Instant observedAt;
    private boolean deleted;

    GroundTruthReader(ModelTask task, PredictionIds ids, EventLimits limits) {
        super(limits);
        this.task = task;
        this.ids = ids;
    }

    /** The events that broke no rule, in order. */
    List<GroundTruth> truths() {
        return truths;
    }

    @Override
    void beginEvent() {
        truthClass = null;
        truthValue = Double.NaN;
        observedAt = null;
        deleted = false;
    }

    @Override
    void readField(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "predictionId" -> readClientId(parser);
            case "class" -> truthClass = label(parser, name, EventLimits.MAX_LABEL);
            case "value" ->
                truthValue =
                        numberBetween(parser, name, -Double.MAX_VALUE, Double.MAX_VALUE, "must be a finite number");
            case "deleted" -> deleted = flag(parser, name);
            case "observedAt" -> observedAt = timeInRange(parser, name);
            default -> unknownField(parser, name);
        }
    }

    @Override
    void endEvent() {
        String id = clientId();
        if (id == null) {
            reject(EventError.MISSING_FIELD, "predictionId", "is required");
            return;
        }
        boolean hasClass = truthClass != null && !truthClass.isEmpty();
        boolean hasValue = !Double.isNaN(truthValue);
        if (deleted) {
            if (hasClass || hasValue) {
                reject(
                        EventError.INVALID_VALUE,
                        "deleted",
                        "an event takes back the ground truth or tells it, not both");
            } else {
                keep(id, null, Double.NaN, true);
            }
            return;
        }
        String needed = task.isClassification() ? "class" : "value";
        String other = task.isClassification() ? "value" : "class";
        if (task.isClassification() ? hasValue : hasClass) {
            reject(
                    EventError.WRONG_TYPE,
                    other,
                    "a " + task.name().toLowerCase(Locale.ROOT) + " model has no " + other);
        } else if (!(task.isClassification() ? hasClass : hasValue)) {
            reject(EventError.MISSING_FIELD, needed, "is required");
        } else {
            keep(id, hasClass ? truthClass : null, truthValue, false);
        }
    }

    private void keep(String id, @Nullable String outcome, double value, boolean takenBack) {
        Instant observed = observedAt == null ? limits().receivedAt() : observedAt;
        truths.add(new GroundTruth(ids.of(id), outcome, value, observed, takenBack));
    }
}
