package io.tidewatch.analyze.data;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.performance.ConfusionMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads predictions with their ground truth from loaded data. */
public final class Outcomes {

    private static final Set<String> POSITIVE = Set.of("1", "true", "yes", "y", "t", "positive");

    private Outcomes() {}

    /**
     * Rows with the same segment, prediction and truth.
     *
     * @param segment value of the segment column; null if it is missing or there is none
     * @param score the score, NaN if missing or not asked for
     * @param label the predicted label, null if missing or not asked for
     * @param truth the truth, null if it is not known yet
     * @param rows number of rows
     */
    public record Outcome(
            @Nullable String segment,
            double score,
            @Nullable String label,
            @Nullable String truth,
            long rows) {}

    /** Rows of one file by score. */
    public static List<Outcome> byScore(
            Dataset data, int side, @Nullable Column segment, Column score, @Nullable Column truth) {
        return read(data, side, segment, score, truth, true);
    }

    /** Rows of the current file by predicted label. */
    public static List<Outcome> byLabel(Dataset data, @Nullable Column segment, Column label, Column truth) {
        return read(data, 1, segment, label, truth, false);
    }

    private static List<Outcome> read(
            Dataset data,
            int side,
            @Nullable Column segment,
            Column prediction,
            @Nullable Column truth,
            boolean numeric) {
        Map<String, String> parts = Map.of(
                "segment", segment == null ? "NULL" : segment.stored(),
                "prediction", prediction.stored(),
                "type", numeric ? "Nullable(Float64)" : "Nullable(String)",
                "truth", truth == null ? "NULL" : truth.stored(),
                "side", Integer.toString(side));
        List<Outcome> outcomes = new ArrayList<>();
        try (Rows rows = data.engine().query(Sql.statement("outcomes", parts))) {
            while (rows.hasNext()) {
                String segmentValue = rows.readNullableString();
                double score = numeric ? rows.readNullableDouble() : Double.NaN;
                String label = numeric ? null : rows.readNullableString();
                outcomes.add(new Outcome(segmentValue, score, label, rows.readNullableString(), rows.readLong()));
            }
        }
        return outcomes;
    }

    /** Which truth is the positive class: the given one, or the one that is usually called so. */
    public static String positiveClass(List<Outcome> outcomes, @Nullable String given) {
        Set<String> labels = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome.truth() != null) {
                labels.add(outcome.truth());
            }
        }
        if (labels.size() > 2) {
            throw new AnalyzeException("The truth has more than two classes (" + String.join(", ", labels)
                    + "); use --task multiclass with --prediction.");
        }
        if (given != null) {
            if (!labels.isEmpty() && !labels.contains(given) && labels.size() > 1) {
                throw new AnalyzeException(
                        "No truth is \"" + given + "\"; the classes are " + String.join(", ", labels) + ".");
            }
            return given;
        }
        for (String label : labels) {
            if (POSITIVE.contains(label.toLowerCase(Locale.ROOT))) {
                return label;
            }
        }
        if (labels.equals(Set.of("0")) || labels.isEmpty()) {
            return "1";
        }
        throw new AnalyzeException("Which class is the positive one? Say so with --positive; the classes are "
                + String.join(", ", labels) + ".");
    }

    /** Score table of rows whose truth is known: negatives as reference counts, positives as current counts. */
    public static NumberTable scoreTable(List<Outcome> outcomes, String positive) {
        NumberTableBuilder builder = NumberTable.builder();
        for (Outcome outcome : outcomes) {
            if (outcome.truth() != null) {
                boolean isPositive = outcome.truth().equals(positive);
                builder.add(outcome.score(), isPositive ? 0 : outcome.rows(), isPositive ? outcome.rows() : 0);
            }
        }
        return builder.build();
    }

    /** Confusion matrix of rows with truth and label. */
    public static ConfusionMatrix confusion(List<Outcome> outcomes, List<String> labels) {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder();
        for (Outcome outcome : outcomes) {
            if (outcome.truth() != null && outcome.label() != null) {
                builder.add(outcome.truth(), outcome.label(), outcome.rows());
            }
        }
        return builder.build(labels);
    }

    /** Outcomes by segment, the largest segments first; rows without a segment are left out. */
    public static Map<String, List<Outcome>> bySegment(List<Outcome> outcomes) {
        Map<String, List<Outcome>> bySegment = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.segment() != null) {
                bySegment
                        .computeIfAbsent(outcome.segment(), segment -> new ArrayList<>())
                        .add(outcome);
            }
        }
        return bySegment;
    }

    /** Rows of these outcomes. */
    public static long rows(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::rows).sum();
    }

    /**
     * Truth and prediction of a regression.
     *
     * @param segment value of the segment column, or null
     */
    public record Pair(@Nullable String segment, double truth, double prediction) {}

    /** Passes each row of the current file that has a finite truth and prediction. */
    public static void forEachPair(
            Dataset data, @Nullable Column segment, Column truth, Column prediction, Consumer<Pair> consumer) {
        Map<String, String> parts = Map.of(
                "segment", segment == null ? "NULL" : segment.stored(),
                "truth", truth.stored(),
                "prediction", prediction.stored());
        try (Rows rows = data.engine().query(Sql.statement("pairs", parts))) {
            while (rows.hasNext()) {
                consumer.accept(new Pair(rows.readNullableString(), rows.readDouble(), rows.readDouble()));
            }
        }
    }
}
