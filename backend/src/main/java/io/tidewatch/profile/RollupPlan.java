package io.tidewatch.profile;

import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.PositionedFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which variables of a model version are counted, and by which bins. */
public final class RollupPlan {

    private static final int NOT_COUNTED = -1;
    private static final int[] NOWHERE = {};
    private static final List<Variable> PREDICTION =
            List.of(Variable.SCORE, Variable.PREDICTED_CLASS, Variable.PREDICTED_VALUE);

    private final List<RollupVariable> variables;
    private final Map<FeatureStorage, int[]> places;
    private final Instant categoriesSince;
    private final @Nullable UUID baseline;

    private RollupPlan(
            List<RollupVariable> variables,
            Map<FeatureStorage, int[]> places,
            Instant categoriesSince,
            @Nullable UUID baseline) {
        this.variables = List.copyOf(variables);
        this.places = places;
        this.categoriesSince = categoriesSince;
        this.baseline = baseline;
    }

    /**
     * The plan of a version.
     *
     * @param schema null if the version is not known: then only predictions are counted
     * @param baseline null if there is none
     * @param earlier whose counted categories are kept, or null
     */
    static RollupPlan of(
            @Nullable FeatureSchema schema, @Nullable Baseline baseline, @Nullable RollupPlan earlier, Instant now) {
        Map<String, BaselineBins> bins = new HashMap<>();
        if (baseline != null) {
            baseline.profiles().forEach(profile -> bins.put(profile.name(), profile.bins()));
        }
        UUID baselineId = baseline == null ? null : baseline.id().value();
        List<RollupVariable> variables = new ArrayList<>();
        Map<FeatureStorage, int[]> places = new EnumMap<>(FeatureStorage.class);
        if (schema != null) {
            for (FeatureStorage storage : FeatureStorage.values()) {
                int[] all = new int[schema.length(storage)];
                java.util.Arrays.fill(all, NOT_COUNTED);
                places.put(storage, all);
            }
        }
        for (Variable variable : variables(schema)) {
            Set<String> categories =
                    earlier == null ? RollupVariable.noCategories() : earlier.categoriesOf(variable.name());
            BaselineBins known = bins.get(variable.name());
            if (!variable.isPrediction() && schema != null) {
                PositionedFeature feature = schema.find(variable.name());
                if (feature != null) {
                    places.getOrDefault(feature.storage(), new int[0])[feature.position()] = variables.size();
                }
            }
            variables.add(
                    known == null || baselineId == null
                            ? RollupVariable.of(variable, categories)
                            : RollupVariable.of(variable, known, binSetId(baselineId), categories));
        }
        return new RollupPlan(variables, places, earlier == null ? now : earlier.categoriesSince, baselineId);
    }

    /** The number that stands for a baseline where its bins are referred to. */
    static long binSetId(UUID baseline) {
        return baseline.getLeastSignificantBits();
    }

    private static List<Variable> variables(@Nullable FeatureSchema schema) {
        List<Variable> variables = new ArrayList<>(PREDICTION);
        if (schema != null) {
            schema.features().forEach(feature -> variables.add(Variable.of(feature)));
        }
        return variables;
    }

    private Set<String> categoriesOf(String name) {
        return variables.stream()
                .filter(variable -> variable.variable().name().equals(name))
                .findFirst()
                .map(RollupVariable::categories)
                .orElseGet(RollupVariable::noCategories);
    }

    List<RollupVariable> variables() {
        return variables;
    }

    Instant categoriesSince() {
        return categoriesSince;
    }

    @Nullable
    UUID baseline() {
        return baseline;
    }

    /** By place in this storage, the index of the variable that is kept there, or a negative number. */
    int[] places(FeatureStorage storage) {
        return places.getOrDefault(storage, NOWHERE);
    }
}
