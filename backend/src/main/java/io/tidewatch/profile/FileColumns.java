package io.tidewatch.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which variable a column of a file holds: by a mapping that somebody gave, else by name. */
final class FileColumns {

    /** Target of a column that nothing is read from. */
    static final String IGNORED = "";

    /** Target of the column that says when a row is from. */
    static final String OCCURRED_AT = "occurredAt";

    private final Map<String, String> given;
    private final Map<String, Variable> byName = new HashMap<>();
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
        return byName.containsKey(column) ? column : byLooseName.getOrDefault(loose(column), IGNORED);
    }

    /** The variable of this name, or null. */
    @Nullable
    Variable variable(String target) {
        return byName.get(target);
    }

    /** The given mapping's first target that is neither a variable nor the time, or null. */
    @Nullable
    String unknownTarget() {
        return given.values().stream()
                .filter(target -> !target.equals(IGNORED) && !target.equals(OCCURRED_AT) && !byName.containsKey(target))
                .findFirst()
                .orElse(null);
    }

    private static String loose(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
