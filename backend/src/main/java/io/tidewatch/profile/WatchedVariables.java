package io.tidewatch.profile;

import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.PositionedFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which variables of a model are watched. */
public final class WatchedVariables {

    private WatchedVariables() {}

    /**
     * The features of one version, or of all versions; where versions declare different types for a name, the newest
     * counts. Then the parts of the prediction.
     *
     * @param versions all versions of the model, oldest first
     * @param only the version that is looked at, null for all
     */
    public static List<Variable> of(ModelTask task, List<ModelVersion> versions, @Nullable String only) {
        Map<String, Variable> features = new LinkedHashMap<>();
        for (ModelVersion version : versions.reversed()) {
            if (only == null || version.version().equals(only)) {
                for (PositionedFeature feature : version.schema().features()) {
                    features.putIfAbsent(feature.name(), Variable.of(feature));
                }
            }
        }
        List<Variable> variables = new ArrayList<>(features.values());
        switch (task) {
            case BINARY -> {
                variables.add(Variable.SCORE);
                variables.add(Variable.PREDICTED_CLASS);
            }
            case MULTICLASS -> variables.add(Variable.PREDICTED_CLASS);
            case REGRESSION -> variables.add(Variable.PREDICTED_VALUE);
        }
        return variables;
    }
}
