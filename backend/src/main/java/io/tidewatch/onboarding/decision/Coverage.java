package io.tidewatch.onboarding.decision;

import io.tidewatch.onboarding.decision.CoverageItem.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is watched of a model, what is blind, and what changes that. */
public final class Coverage {

    private static final String PIN = "Pin a baseline from a window you trust.";
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
        if (facts.predictions24h() == 0) {
            return watched(Area.FRESHNESS, "No prediction came in the last 24 hours, and the verdict says so.");
        }
        return watched(Area.FRESHNESS, "The verdict turns to no data when predictions stop for 24 hours.");
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
        List<String> blind = new ArrayList<>(facts.withoutBaseline());
        facts.presenceOnly().stream().filter(name -> !blind.contains(name)).forEach(blind::add);
        int total = facts.features().size();
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
        return facts.groundTruths() >= facts.predictions()
                ? watched(Area.PERFORMANCE, "Every prediction has its ground truth.")
                : new CoverageItem(
                        Area.PERFORMANCE,
                        CoverageLevel.PARTLY,
                        share + " of the predictions have ground truth; metrics are of those.",
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
