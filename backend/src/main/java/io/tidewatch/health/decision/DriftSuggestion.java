package io.tidewatch.health.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which variables to watch for drift.
 *
 * @param reason one sentence
 */
public record DriftSuggestion(String reason, List<Item> items) {

    private static final double NEARLY_ALWAYS = 0.95;
    private static final double IDENTIFIER = 0.9;
    private static final long IDENTIFIER_MIN = 20;
    private static final long FEW_CATEGORIES = 20;
    private static final long ROWS_PER_CATEGORY = 5;

    public DriftSuggestion {
        items = List.copyOf(items);
    }

    /**
     * Decides for each variable.
     *
     * @param hasBaseline false if nothing is pinned yet
     */
    public static DriftSuggestion of(boolean hasBaseline, List<VariableFacts> variables) {
        if (!hasBaseline) {
            return new DriftSuggestion(
                    "No baseline is pinned yet. As soon as one is, everything is compared with it.",
                    variables.stream()
                            .map(variable -> new Item(variable.name(), true, "Watched once there is a baseline."))
                            .toList());
        }
        List<Item> items = new ArrayList<>();
        for (VariableFacts variable : variables) {
            items.add(item(variable));
        }
        long watched = items.stream().filter(Item::watched).count();
        return new DriftSuggestion(
                (watched == items.size()
                                ? "All " + watched + " features and outputs"
                                : watched + " of " + items.size() + " features and outputs")
                        + " can be judged against the baseline.",
                items);
    }

    /** Names of what is not watched. */
    public Set<String> leftOut() {
        return items.stream().filter(item -> !item.watched()).map(Item::name).collect(Collectors.toSet());
    }

    /** False if nothing could be judged. */
    public boolean any() {
        return items.stream().anyMatch(Item::watched);
    }

    private static Item item(VariableFacts variable) {
        long total = variable.n() + variable.missing();
        return switch (variable.kind()) {
            case TEXT -> out(variable, "Free text is not compared; only whether it is there.");
            case TIMESTAMP -> out(variable, "Points in time always move on, so they are not compared.");
            case EMBEDDING -> out(variable, "Vectors are not compared; only whether they are there.");
            case NUMBER, CATEGORY -> {
                if (!variable.known() || total == 0) {
                    yield out(variable, "The baseline has no values of it.");
                }
                yield variable.output() ? in(variable) : comparable(variable, total);
            }
        };
    }

    private static Item comparable(VariableFacts variable, long total) {
        if (variable.missingRatio() >= NEARLY_ALWAYS) {
            return out(
                    variable,
                    "Missing in " + Words.percent(variable.missingRatio()) + " of the baseline's "
                            + Words.count(total, "prediction") + ".");
        }
        if (variable.distinct() == 1) {
            return out(
                    variable, "The same value in all " + Words.count(variable.n(), "prediction") + " of the baseline.");
        }
        if (variable.kind() == VariableFacts.Kind.CATEGORY) {
            if (variable.n() >= IDENTIFIER_MIN && variable.distinct() >= IDENTIFIER * variable.n()) {
                return out(
                        variable,
                        "Like an identifier: " + Words.count(variable.distinct()) + " different values in "
                                + Words.count(variable.n(), "prediction") + ".");
            }
            if (variable.distinct() > FEW_CATEGORIES && variable.n() < ROWS_PER_CATEGORY * variable.distinct()) {
                return out(
                        variable,
                        Words.count(variable.distinct()) + " categories in " + Words.count(variable.n(), "prediction")
                                + ": fewer than " + ROWS_PER_CATEGORY + " of each.");
            }
        }
        return in(variable);
    }

    private static Item in(VariableFacts variable) {
        String values = variable.kind() == VariableFacts.Kind.CATEGORY
                ? variable.distinct() == 1 ? "one category" : Words.count(variable.distinct()) + " categories"
                : Words.count(variable.distinct()) + " of them different";
        return new Item(
                variable.name(), true, Words.count(variable.n(), "value") + " in the baseline, " + values + ".");
    }

    private static Item out(VariableFacts variable, String reason) {
        return new Item(variable.name(), false, reason);
    }

    /** One variable. */
    public record Item(String name, boolean watched, String reason) {}
}
