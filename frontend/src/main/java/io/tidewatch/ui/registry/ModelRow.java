package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.Health;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.component.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model in a list. Its health arrives later than the model itself, or never. */
final class ModelRow {

    /** What needs attention first; models of the same status by name. */
    static final Comparator<ModelRow> BY_URGENCY = Comparator.comparingInt(ModelRow::urgency)
            .thenComparing(row -> row.model.name().toLowerCase(Locale.ROOT));

    private final Model model;
    private @Nullable Health health;
    private boolean failed;

    ModelRow(Model model) {
        this.model = model;
    }

    Model model() {
        return model;
    }

    @Nullable
    Health health() {
        return health;
    }

    void arrived(Health value) {
        health = value;
    }

    void failed() {
        failed = true;
    }

    boolean isPending() {
        return health == null && !failed;
    }

    /** The status, or null while it is not known yet. */
    @Nullable
    Status status() {
        if (health != null) {
            return Status.of(health.status());
        }
        return failed ? Status.UNKNOWN : null;
    }

    @Nullable
    Instant lastPredictionAt() {
        return health == null ? null : health.lastPredictionAt();
    }

    long predictionCount24h() {
        return health == null ? -1 : health.predictionCount24h();
    }

    int driftedFeatureCount() {
        return health == null ? -1 : health.driftedFeatureCount();
    }

    private int urgency() {
        Status status = status();
        return status == null ? Integer.MAX_VALUE : status.urgency();
    }

    /** Whether name, key or team contain the text. */
    boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || model.name().toLowerCase(Locale.ROOT).contains(wanted)
                || model.key().contains(wanted)
                || model.team().name().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
