package io.tidewatch.ui.analysis;

import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.component.Csv;
import org.jspecify.annotations.Nullable;

/** The drift table as CSV, with full precision. */
final class DriftCsv {

    private DriftCsv() {}

    static String of(Drift drift) {
        Csv csv = new Csv(
                "feature",
                "kind",
                "type",
                "status",
                "reason",
                "effect",
                "pValue",
                "qValue",
                "psi",
                "ksDistance",
                "ksPValue",
                "chiSquarePValue",
                "missing",
                "missingBaseline",
                "n",
                "nBaseline");
        for (Drift.Feature row : drift.rows()) {
            Drift.Method ks = row.method("ks");
            csv.row(
                    row.name(),
                    row.isPrediction() ? "prediction" : "feature",
                    row.type(),
                    row.status(),
                    row.reason(),
                    row.effect(),
                    row.pValue(),
                    row.qValue(),
                    score(row.method("psi")),
                    row.ksDistance(),
                    ks == null ? null : ks.pValue(),
                    DriftTable.chiSquareP(row),
                    row.currentMissingRatio(),
                    row.referenceMissingRatio(),
                    row.currentCount(),
                    row.referenceCount());
        }
        return csv.toString();
    }

    private static @Nullable Double score(Drift.@Nullable Method method) {
        return method == null ? null : method.score();
    }
}
