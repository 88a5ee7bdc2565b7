package io.tidewatch.ui.registry;

import io.tidewatch.ui.component.Csv;
import io.tidewatch.ui.component.Status;
import java.util.List;

/** The models table as CSV. */
final class ModelsCsv {

    private ModelsCsv() {}

    static String of(List<ModelRow> rows) {
        Csv csv = new Csv(
                "key",
                "name",
                "task",
                "team",
                "status",
                "reason",
                "driftedFeatures",
                "features",
                "predictions24h",
                "lastPredictionAt");
        for (ModelRow row : rows) {
            var health = row.health();
            Status status = row.status();
            csv.row(
                    row.model().key(),
                    row.model().name(),
                    row.model().task(),
                    row.model().team().key(),
                    status == null ? null : status.code(),
                    health == null ? null : health.reason(),
                    health == null ? null : health.driftedFeatureCount(),
                    health == null ? null : health.featureCount(),
                    health == null ? null : health.predictionCount24h(),
                    health == null ? null : health.lastPredictionAt());
        }
        return csv.toString();
    }
}
