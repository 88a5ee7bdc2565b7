package io.tidewatch.profile;

import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.PositionedFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to read of a window.
 *
 * @param selection which predictions
 * @param variables whose values
 * @param precision bits of the mantissa to keep, by name of a variable; where there is none, values stay exact unless
 *     they are too many
 */
public record WindowRequest(
        WindowSelection selection,
        List<Variable> variables,
        Map<String, Integer> precision,
        Map<Integer, Set<Variable>> variablesBySchema) {

    public WindowRequest {
        variables = List.copyOf(variables);
        precision = Map.copyOf(precision);
        variablesBySchema = Map.copyOf(variablesBySchema);
    }

    /** A request that knows from the versions of the model which predictions can have a value of which feature. */
    public static WindowRequest of(
            WindowSelection selection,
            List<Variable> variables,
            Map<String, Integer> precision,
            Collection<ModelVersion> versions) {
        Map<Integer, Set<Variable>> bySchema = new HashMap<>();
        for (ModelVersion version : versions) {
            for (FeatureSchema schema : version.schemas()) {
                Set<Variable> features = new HashSet<>();
                for (PositionedFeature feature : schema.features()) {
                    features.add(Variable.of(feature));
                }
                bySchema.put(schema.id(), features);
            }
        }
        return new WindowRequest(selection, variables, precision, bySchema);
    }

    /** Of these predictions, by schema, how many could have a value of this variable. */
    long possible(Variable variable, Map<Integer, Long> countsBySchema) {
        long possible = 0;
        for (Map.Entry<Integer, Long> counts : countsBySchema.entrySet()) {
            boolean has = variable.isPrediction()
                    || variablesBySchema.getOrDefault(counts.getKey(), Set.of()).contains(variable);
            possible += has ? counts.getValue() : 0;
        }
        return possible;
    }

    List<Variable> from(VariableSource source) {
        return variables.stream()
                .filter(variable -> variable.source() == source)
                .toList();
    }
}
