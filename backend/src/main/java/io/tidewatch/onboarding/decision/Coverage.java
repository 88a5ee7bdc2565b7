package io.tidewatch.onboarding.decision;

import io.tidewatch.onboarding.decision.CoverageItem.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is watched of a model, what is blind, and what changes that. */
public final class Coverage {

    private static final String PIN = "Pin a baseline from a window you trust.";
    private static final String CHOOSE = "Change what is watched in the settings of the model.";
    private static final int NAMES_SHOWN = 5;

    private final SetupFacts facts;

    private Coverage(SetupFacts facts) {
        this.facts = facts;
    }

    /** Every area, in a fixed order. */
    public static List<CoverageItem> of(SetupFacts facts) {
        Coverage coverage = new Coverage(facts);
        List<CoverageItem> items = new ArrayList<>();
        items.add(coverage.freshness());
        items.add(coverage.featureDrift());
        items.add(coverage.outputDrift());
        items.add(coverage.missingValues());
        items.add(coverage.performance());
        if (!facts.extraFeatures().isEmpty()) {
            items.add(coverage.unknownFeatures());
        }
        return items;
    }

    private CoverageItem freshness() {
        if (facts.predictions() == 0) {
            return blind(Area.FRESHNESS, "No prediction has arrived yet.", "Send predictions.");
        }
        if (!facts.checks().isSilenceWatched()) {
            return blind(Area.FRESHNESS, "Health does not watch whether predictions stop.", CHOOSE);
        }
        if (facts.predictions24h() == 0 && !facts.checks().chosen()) {
            return watched(Area.FRESHNESS, "No prediction came in the last 24 hours, and the verdict says so.");
        }
        return watched(
                Area.FRESHNESS,
                "The verdict turns to no data when predictions stop for "
                        + facts.checks().silence() + ".");
    }

    private CoverageItem featureDrift() {
        if (facts.features().isEmpty()) {
            return blind(
                    Area.FEATURE_DRIFT,
                    "The schema has no features.",
                    facts.predictions() == 0
                            ? "Send predictions with their features."
                            : "Send features with each prediction.");
        }
        if (!facts.hasBaseline()) {
            return blind(Area.FEATURE_DRIFT, "There is nothing to compare with.", PIN);
        }
        if (!facts.checks().drift()) {
            return blind(Area.FEATURE_DRIFT, "Compared on the drift page, but health does not watch it.", CHOOSE);
        }
        List<String> blind = new ArrayList<>(facts.withoutBaseline());
        facts.presenceOnly().stream().filter(name -> !blind.contains(name)).forEach(blind::add);
        List<String> leftOut = facts.features().stream()
                .filter(facts.checks().leftOut()::contains)
                .toList();
        int total = facts.features().size();
        if (!leftOut.isEmpty()) {
            long watched = facts.features().stream()
                    .filter(name -> !leftOut.contains(name) && !blind.contains(name))
                    .count();
            return new CoverageItem(
                    Area.FEATURE_DRIFT,
                    watched == 0 ? CoverageLevel.BLIND : CoverageLevel.PARTLY,
                    watched + " of " + total + (total == 1 ? " feature" : " features")
                            + " watched by health. Left out by choice: " + names(leftOut) + ".",
                    CHOOSE);
        }
        int seen = total - blind.size();
        if (blind.isEmpty()) {
            return watched(Area.FEATURE_DRIFT, compared(total) + " compared with the baseline.");
        }
        String finding = seen + " of " + total + (total == 1 ? " feature" : " features") + " compared. Not compared: "
                + names(blind) + ".";
        String remedy = facts.withoutBaseline().isEmpty()
                ? "Text, timestamps and embeddings are watched for missing values only; send a number or a category"
                        + " derived from them."
                : "Pin a baseline that has values of " + names(facts.withoutBaseline()) + ".";
        return new CoverageItem(
                Area.FEATURE_DRIFT, seen <= 0 ? CoverageLevel.BLIND : CoverageLevel.PARTLY, finding, remedy);
    }

    private CoverageItem outputDrift() {
        if (!facts.hasBaseline()) {
            return blind(Area.OUTPUT_DRIFT, "There is nothing to compare with.", PIN);
        }
        if (!facts.checks().drift()) {
            return blind(Area.OUTPUT_DRIFT, "Compared on the drift page, but health does not watch it.", CHOOSE);
        }
        List<String> leftOut = facts.checks().leftOut().stream()
                .filter(name -> name.startsWith("prediction."))
                .sorted()
                .toList();
        if (facts.outputInBaseline() && !leftOut.isEmpty()) {
            return new CoverageItem(
                    Area.OUTPUT_DRIFT, CoverageLevel.PARTLY, "Left out by choice: " + names(leftOut) + ".", CHOOSE);
        }
        return facts.outputInBaseline()
                ? watched(Area.OUTPUT_DRIFT, "What the model answers is compared with the baseline.")
                : blind(
                        Area.OUTPUT_DRIFT,
                        "The baseline has no answers of the model.",
                        "Pin a baseline from predictions, or from a file with a column of the answer.");
    }

    private CoverageItem missingValues() {
        if (facts.features().isEmpty()) {
            return blind(Area.MISSING_VALUES, "The schema has no features.", "Send features with each prediction.");
        }
        if (!facts.hasBaseline()) {
            return new CoverageItem(
                    Area.MISSING_VALUES,
                    CoverageLevel.PARTLY,
                    "An event without a required feature is refused; a change in missing values is not seen.",
                    PIN);
        }
        if (facts.checks().missingLimits() > 0) {
            int limits = facts.checks().missingLimits();
            return watched(
                    Area.MISSING_VALUES,
                    "Health warns when " + (limits == 1 ? "a feature is" : "one of " + limits + " features is")
                            + " missing more often than its limit.");
        }
        if (!facts.checks().drift()) {
            return blind(Area.MISSING_VALUES, "Health does not watch how often features are missing.", CHOOSE);
        }
        return facts.withoutBaseline().isEmpty()
                ? watched(Area.MISSING_VALUES, "Missing values of every feature are compared with the baseline.")
                : new CoverageItem(
                        Area.MISSING_VALUES,
                        CoverageLevel.PARTLY,
                        "Not compared: " + names(facts.withoutBaseline()) + ".",
                        "Pin a baseline that has values of them.");
    }

    private CoverageItem performance() {
        if (facts.groundTruths() == 0) {
            return blind(
                    Area.PERFORMANCE,
                    "No ground truth has arrived, so nothing is known about how good the answers are.",
                    "Send ground truth with the id of its prediction, whenever it is known.");
        }
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * facts.groundTruthShare());
        String also = facts.checks().groundTruth() ? " Health warns when ground truth stays away." : "";
        return facts.groundTruths() >= facts.predictions()
                ? watched(Area.PERFORMANCE, "Every prediction has its ground truth." + also)
                : new CoverageItem(
                        Area.PERFORMANCE,
                        CoverageLevel.PARTLY,
                        share + " of the predictions have ground truth; metrics are of those." + also,
                        "Send the ground truth of the others, late is fine.");
    }

    private CoverageItem unknownFeatures() {
        return blind(
                Area.UNKNOWN_FEATURES,
                "Kept, but not watched, because no schema has them: " + names(facts.extraFeatures()) + ".",
                "Register a version whose schema has them.");
    }

    private static CoverageItem watched(Area area, String finding) {
        return new CoverageItem(area, CoverageLevel.WATCHED, finding, null);
    }

    private static CoverageItem blind(Area area, String finding, String remedy) {
        return new CoverageItem(area, CoverageLevel.BLIND, finding, remedy);
    }

    private static String compared(int n) {
        return n == 1 ? "The one feature is" : "All " + n + " features are";
    }

    private static String names(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + " and " + (names.size() - NAMES_SHOWN) + " more" : shown;
    }
}
