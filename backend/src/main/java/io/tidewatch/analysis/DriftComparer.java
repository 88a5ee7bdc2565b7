package io.tidewatch.analysis;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;
import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analysis.stats.verdict.BinCounts;
import io.tidewatch.analysis.stats.verdict.BinLayout;
import io.tidewatch.analysis.stats.verdict.CategoryBins;
import io.tidewatch.analysis.stats.verdict.FeatureSignals;
import io.tidewatch.analysis.stats.verdict.FeatureVerdict;
import io.tidewatch.analysis.stats.verdict.NumberBins;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.profile.BaselineBins;
import io.tidewatch.profile.BaselineContent;
import io.tidewatch.profile.NumberCounts;
import io.tidewatch.profile.PresenceCounts;
import io.tidewatch.profile.ValueCounts;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.VariableProfile;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.profile.WindowValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a window with a baseline, all variables as one family. A pure function. */
final class DriftComparer {

    /** The methods whose results are shown beside the verdict. */
    static final List<DriftMethod> METHODS = List.of(DriftMethod.PSI, DriftMethod.KS, DriftMethod.CHI_SQUARE);

    private final BaselineContent baseline;
    private final WindowSelection window;
    private final VerdictSettings settings;
    private final Map<String, VariableProfile> profiles;

    DriftComparer(BaselineContent baseline, WindowSelection window, VerdictSettings settings) {
        this.baseline = baseline;
        this.window = window;
        this.settings = settings;
        this.profiles = baseline.baseline().profiles().stream()
                .collect(Collectors.toMap(VariableProfile::name, Function.identity()));
    }

    /** The report: what drifted first, by its effect, then what came closest to it. */
    DriftReport compare(List<Variable> variables, WindowValues current) {
        List<Prepared> prepared = new ArrayList<>();
        List<VariableDrift> drifts = new ArrayList<>();
        for (Variable variable : variables) {
            Prepared one = prepare(variable, current.of(variable));
            if (one != null) {
                prepared.add(one);
            } else if (!variable.isPrediction() || current.of(variable).present() > 0) {
                drifts.add(withoutBaseline(variable, current.of(variable)));
            }
        }
        List<FeatureVerdict> verdicts =
                FeatureVerdict.judge(prepared.stream().map(Prepared::signals).toList(), settings);
        for (int i = 0; i < verdicts.size(); i++) {
            drifts.add(prepared.get(i).judged(verdicts.get(i)));
        }
        drifts.sort(Comparator.comparing(DriftComparer::severity, Comparator.reverseOrder())
                .thenComparing(this::closeness, DriftComparer::largestFirst)
                .thenComparing(drift -> drift.variable().name()));
        return DriftReport.of(window, baseline.baseline(), current.predictionCount(), drifts);
    }

    /** Whether the verdict is sure or not, what is no drift makes one list. */
    private static DriftStatus severity(VariableDrift drift) {
        return drift.status() == DriftStatus.NOT_ENOUGH_DATA && !Double.isNaN(drift.effect())
                ? DriftStatus.OK
                : drift.status();
    }

    /** The effect; where there is no drift, relative to the one that would have been. */
    private double closeness(VariableDrift drift) {
        if (drift.status().isDrift()) {
            return drift.effect();
        }
        double limit = settings.warningEffect();
        return drift.effect() / (drift.detectable() > limit ? drift.detectable() : limit);
    }

    private static int largestFirst(double a, double b) {
        return Double.compare(Double.isNaN(b) ? -1 : b, Double.isNaN(a) ? -1 : a);
    }

    private @Nullable Prepared prepare(Variable variable, ValueCounts current) {
        VariableProfile profile = profiles.get(variable.name());
        ValueCounts reference = baseline.values().get(variable.name());
        if (profile == null || reference == null || profile.type() != variable.type()) {
            return null;
        }
        ValueTable table = ValueTables.of(reference, current);
        if (table == null) {
            return null;
        }
        BinLayout layout = layout(profile);
        FeatureSignals signals = FeatureSignals.of(
                table, layout, BlockUnits.of(baseline, profile.name(), window.from(), window.to()), settings);
        return new Prepared(variable, profile, reference, current, table, layout, signals);
    }

    static BinLayout layout(VariableProfile profile) {
        BaselineBins bins = profile.bins();
        return profile.type().isNumeric()
                ? NumberBins.ofEdges(
                        bins.edges().stream().mapToDouble(Double::doubleValue).toArray())
                : CategoryBins.ofCategories(bins.categories());
    }

    private static VariableDrift withoutBaseline(Variable variable, ValueCounts current) {
        return new VariableDrift(
                variable,
                DriftStatus.NO_BASELINE,
                "The baseline has no values of this feature.",
                0,
                current.present(),
                0,
                current.missing(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Map.of(),
                NumberCounts.EXACT,
                BaselineBins.ofCategories(List.of()),
                null);
    }

    /** A variable before the family is judged. */
    private record Prepared(
            Variable variable,
            VariableProfile profile,
            ValueCounts reference,
            ValueCounts current,
            ValueTable table,
            BinLayout layout,
            FeatureSignals signals) {

        VariableDrift judged(FeatureVerdict verdict) {
            boolean comparesValues = !(reference instanceof PresenceCounts);
            Map<String, MethodResult> methods = new LinkedHashMap<>();
            if (comparesValues) {
                for (DriftMethod method : METHODS) {
                    if (method.appliesTo(table)) {
                        methods.put(method.methodName(), method.evaluate(table));
                    }
                }
            }
            BinCounts counts = comparesValues ? layout.countRows(table) : null;
            return new VariableDrift(
                    variable,
                    DriftStatus.of(verdict.status()),
                    comparesValues ? verdict.reason() : verdict.reason() + " Only missing values are watched.",
                    reference.present(),
                    current.present(),
                    reference.missing(),
                    current.missing(),
                    comparesValues ? signals.comparison().effect() : Double.NaN,
                    comparesValues ? signals.comparison().pValue() : Double.NaN,
                    comparesValues ? verdict.qValue() : Double.NaN,
                    comparesValues ? verdict.detectable() : Double.NaN,
                    methods,
                    precision(),
                    profile.bins(),
                    counts);
        }

        private int precision() {
            return reference instanceof NumberCounts r && current instanceof NumberCounts c
                    ? Math.min(r.precisionBits(), c.precisionBits())
                    : NumberCounts.EXACT;
        }
    }
}
