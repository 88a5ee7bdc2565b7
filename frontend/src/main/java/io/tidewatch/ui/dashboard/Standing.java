package io.tidewatch.ui.dashboard;

import io.tidewatch.ui.client.Health;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the models of a team stand, most urgent first.
 *
 * @param truncated whether there are more models than were looked at
 */
record Standing(List<Entry> entries, boolean truncated) {

    Standing {
        entries = entries.stream()
                .sorted(Comparator.comparingInt((Entry entry) -> entry.status().urgency())
                        .thenComparing(entry -> entry.model().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A model with its health, or null where that could not be read. */
    record Entry(Model model, @Nullable Health health) {

        Status status() {
            return health == null ? Status.UNKNOWN : Status.of(health.status());
        }

        String reason() {
            if (health == null) {
                return "Its status could not be read.";
            }
            return health.reason() == null || health.reason().isBlank() ? "No reason was given." : health.reason();
        }
    }

    /** The worst status, which colours the page's verdict. */
    Status worst() {
        return entries.isEmpty() ? Status.NO_DATA : entries.getFirst().status();
    }

    List<Entry> needingAttention() {
        return entries.stream()
                .filter(entry -> entry.status() == Status.CRITICAL || entry.status() == Status.WARNING)
                .toList();
    }

    List<Entry> others() {
        return entries.stream()
                .filter(entry -> entry.status() != Status.CRITICAL && entry.status() != Status.WARNING)
                .toList();
    }

    /** The answer to "is anything wrong?", in one sentence. */
    String sentence() {
        long critical = count(Status.CRITICAL);
        long warning = count(Status.WARNING);
        long silent = count(Status.NO_DATA);
        long unknown = count(Status.UNKNOWN);
        String models = Numbers.count(entries.size(), "model", "models");
        if (critical > 0) {
            return needs(critical) + " attention now"
                    + (warning > 0 ? ", and " + warning + " more should be looked at." : ".");
        }
        if (warning > 0) {
            return (warning == 1 ? "1 model should" : warning + " models should") + " be looked at; none is critical.";
        }
        if (silent == entries.size()) {
            return "No predictions have arrived recently for any of your " + models + ".";
        }
        if (unknown + silent > 0) {
            return "Nothing is wrong with the models that can be judged; " + (unknown + silent)
                    + " cannot be judged yet.";
        }
        return entries.size() == 1 ? "Your model is fine." : "All " + models + " are fine.";
    }

    private static String needs(long count) {
        return count == 1 ? "1 model needs" : count + " models need";
    }

    private long count(Status status) {
        return entries.stream().filter(entry -> entry.status() == status).count();
    }
}
