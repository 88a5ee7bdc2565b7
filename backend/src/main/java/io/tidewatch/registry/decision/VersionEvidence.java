package io.tidewatch.registry.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the events of one version of a model look like: the values of its features and its answers. */
public final class VersionEvidence {

    private static final double HALF = 0.5;
    private static final int MAX_CLASSES = 100;

    private final Map<String, FeatureEvidence> features = new LinkedHashMap<>();
    private final Map<String, Answers> classes = new TreeMap<>();
    private final int maxFeatures;

    /** Starts without any; looks at no more features than this. */
    public VersionEvidence(int maxFeatures) {
        this.maxFeatures = maxFeatures;
    }

    /** The evidence of a feature; a new one if there is none. Null if there are too many features already. */
    public @Nullable FeatureEvidence feature(String name) {
        FeatureEvidence known = features.get(name);
        if (known == null && features.size() < maxFeatures) {
            known = new FeatureEvidence();
            features.put(name, known);
        }
        return known;
    }

    /** What was seen of each feature, in the order in which they came. */
    public Map<String, FeatureEvidence> features() {
        return features;
    }

    /**
     * An answer that names a class.
     *
     * @param score of the answer, NaN without one
     */
    public void addAnswer(String predictedClass, double score) {
        if (classes.size() < MAX_CLASSES || classes.containsKey(predictedClass)) {
            classes.computeIfAbsent(predictedClass, ignored -> new Answers()).add(score);
        }
    }

    /** True if an answer named this class. */
    public boolean hasClass(String name) {
        return classes.containsKey(name);
    }

    /**
     * The class that the score is the probability of: of two classes the one that goes with higher scores; of one alone,
     * that one if its scores are above one half. Null where the answers do not tell.
     */
    public @Nullable String positiveClass() {
        if (classes.isEmpty() || classes.size() > 2) {
            return null;
        }
        String best = null;
        double bestMean = classes.size() == 1 ? HALF : Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Answers> entry : classes.entrySet()) {
            double mean = entry.getValue().mean();
            if (Double.isNaN(mean)) {
                return null;
            }
            if (mean > bestMean) {
                bestMean = mean;
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Scores that went with one class. */
    private static final class Answers {

        private double sum;
        private long n;

        void add(double score) {
            if (!Double.isNaN(score)) {
                sum += score;
                n++;
            }
        }

        double mean() {
            return n == 0 ? Double.NaN : sum / n;
        }
    }
}
