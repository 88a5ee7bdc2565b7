package io.tidewatch.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variable a column of a file holds: by a mapping that somebody gave, else by name. */
final class FileColumns {

    /** Target of a column that nothing is read from. */
    static final String IGNORED = "";

    /** Target of the column that says when a row is from. */
    static final String OCCURRED_AT = "occurredAt";

    private final Map<String, String> given;
    private final Map<String, Variable> byName = new LinkedHashMap<>();
    private final Map<String, String> byLooseName = new HashMap<>();

    FileColumns(List<Variable> variables, Map<String, String> given) {
        this.given = Map.copyOf(given);
        byLooseName.put(loose(OCCURRED_AT), OCCURRED_AT);
        for (Variable variable : variables) {
            byName.put(variable.name(), variable);
            if (variable.isPrediction()) {
                // score, class and value as they stand in an event
                byLooseName.putIfAbsent(loose(variable.name().substring("prediction.".length())), variable.name());
            }
            byLooseName.put(loose(variable.name()), variable.name());
        }
    }

    /** Name of a variable, {@link #OCCURRED_AT}, or {@link #IGNORED}. */
    String target(String column) {
        String chosen = given.get(column);
        if (chosen != null) {
            return chosen;
        }
        String found = byName.containsKey(column) ? column : byLooseName.getOrDefault(loose(column), IGNORED);
        // A column that somebody chose wins over one that only has the name.
        return given.containsValue(found) ? IGNORED : found;
    }

    /** The variable of this name, or null. */
    @Nullable
    Variable variable(String target) {
        return byName.get(target);
    }

    /** What is wrong with the given mapping, or null. */
    @Nullable
    String problem() {
        Set<String> used = new HashSet<>();
        for (String target : given.values()) {
            if (target.equals(IGNORED)) {
                continue;
            }
            if (!target.equals(OCCURRED_AT) && !byName.containsKey(target)) {
                return "'" + target + "' is no feature of the model";
            }
            if (!used.add(target)) {
                return "'" + target + "' is held by two columns";
            }
        }
        return null;
    }

    /** Names of the variables that none of these targets is; parts of the prediction may be absent. */
    List<String> absent(Collection<String> targets) {
        return byName.values().stream()
                .filter(variable -> !variable.isPrediction() && !targets.contains(variable.name()))
                .map(Variable::name)
                .toList();
    }

    private static String loose(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
