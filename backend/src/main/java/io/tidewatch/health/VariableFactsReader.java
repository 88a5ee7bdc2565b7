package io.tidewatch.health;

import io.tidewatch.health.decision.VariableFacts;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.VariableProfile;
import io.tidewatch.profile.WatchedVariables;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.ModelTask;
import io.tidewatch.registry.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a baseline says about the variables of a model. */
final class VariableFactsReader {

    private VariableFactsReader() {}

    /**
     * The facts.
     *
     * @param versions oldest first; the newest says what is required
     */
    static List<VariableFacts> read(ModelTask task, List<ModelVersion> versions, @Nullable Baseline baseline) {
        Map<String, VariableProfile> profiles = baseline == null
                ? Map.of()
                : baseline.profiles().stream().collect(Collectors.toMap(VariableProfile::name, Function.identity()));
        Set<String> required = versions.isEmpty()
                ? Set.of()
                : versions.getLast().schema().features().stream()
                        .filter(feature -> feature.feature().required())
                        .map(feature -> feature.name())
                        .collect(Collectors.toSet());
        return WatchedVariables.of(task, versions, null).stream()
                // A binary model may send a score, a class or both: what it never sent is not worth a word.
                .filter(variable ->
                        !variable.isPrediction() || baseline == null || profiles.containsKey(variable.name()))
                .map(variable -> facts(variable, required, profiles.get(variable.name())))
                .toList();
    }

    private static VariableFacts facts(Variable variable, Set<String> required, @Nullable VariableProfile profile) {
        boolean known = profile != null && profile.type() == variable.type();
        return new VariableFacts(
                variable.name(),
                variable.isPrediction(),
                kind(variable.type()),
                required.contains(variable.name()),
                known,
                known && profile != null ? profile.n() : 0,
                known && profile != null ? profile.missing() : 0,
                known && profile != null ? profile.distinct() : 0);
    }

    private static VariableFacts.Kind kind(FeatureType type) {
        return switch (type) {
            case FLOAT64, FLOAT32, INT64 -> VariableFacts.Kind.NUMBER;
            case CATEGORY, BOOLEAN -> VariableFacts.Kind.CATEGORY;
            case TEXT -> VariableFacts.Kind.TEXT;
            case TIMESTAMP -> VariableFacts.Kind.TIMESTAMP;
            case EMBEDDING -> VariableFacts.Kind.EMBEDDING;
        };
    }
}
