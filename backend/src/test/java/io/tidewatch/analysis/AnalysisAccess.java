package io.tidewatch.analysis;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.ingestion.IngestionAccess;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.profile.ProfileAccess;
import java.util.List;

/** Who may read what is computed about a model. */
public final class AnalysisAccess {

    private AnalysisAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("getHealth").allows(VIEWER).keys(Scope.READ).path("model", ProfileAccess::model),
                ofWindow("getVolume"),
                ofWindow("getPerformance"),
                ofWindow("getDrift"),
                ofWindow("getDriftHistory"),
                ofWindow("getFeatureDrift").path("feature", world -> "size"),
                ofWindow("getFeatureDriftHistory").path("feature", world -> "size"));
    }

    private static AccessRow ofWindow(String operation) {
        return operation(operation)
                .allows(VIEWER)
                .keys(Scope.READ)
                .path("model", ProfileAccess::model)
                .query("from", world -> IngestionAccess.yesterday())
                .query("to", world -> IngestionAccess.tomorrow());
    }
}
