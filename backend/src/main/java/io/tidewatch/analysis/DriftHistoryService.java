package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.profile.BaselineBins;
import io.tidewatch.profile.BaselineContent;
import io.tidewatch.profile.BaselineService;
import io.tidewatch.profile.BinnedReader;
import io.tidewatch.profile.BinnedRequest;
import io.tidewatch.profile.UnitValuesReader;
import io.tidewatch.profile.ValueCounts;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.VariableProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How drift went over time: one comparison with the baseline per step. */
@ApplicationScoped
class DriftHistoryService {

    private final AnalysisScopes scopes;
    private final DriftService drift;
    private final BaselineService baselines;
    private final BinnedReader binned;
    private final UnitValuesReader unitValues;
    private final AnalysisWorkers workers;
    private final Clock clock;

    DriftHistoryService(
            AnalysisScopes scopes,
            DriftService drift,
            BaselineService baselines,
            BinnedReader binned,
            UnitValuesReader unitValues,
            AnalysisWorkers workers,
            Clock clock) {
        this.scopes = scopes;
        this.drift = drift;
        this.baselines = baselines;
        this.binned = binned;
        this.unitValues = unitValues;
        this.workers = workers;
        this.clock = clock;
    }

    /** All variables, from counts in the bins of the baseline. */
    Uni<DriftHistory> all(Caller caller, String modelKey, AnalysisParams params, HistoryParams history) {
        return scopes.resolve(caller, modelKey, params).chain(scope -> history(scope, history, null, Map.of()));
    }

    /** One variable, with Evidently's values of each step, which need its values. */
    Uni<DriftHistory> of(Caller caller, String modelKey, String name, AnalysisParams params, HistoryParams history) {
        return scopes.resolve(caller, modelKey, params).chain(scope -> {
            Variable variable = DriftService.requireVariable(scope, name);
            Interval interval = interval(scope, history);
            return drift.baseline(scope, history.baseline())
                    .chain(found -> baselines.content(
                            scope.window().organization(), scope.window().model(), found))
                    .chain(content -> unitValues
                            .read(interval.widen(scope.window()), variable, precision(content, name), interval.step())
                            .chain(values ->
                                    workers.run(scope.window().organization(), () -> methods(content, name, values))))
                    .chain(methods -> history(scope, history, variable, methods));
        });
    }

    private Uni<DriftHistory> history(
            AnalysisScope scope, HistoryParams params, @Nullable Variable only, Map<Integer, MethodScores> methods) {
        Interval interval = interval(scope, params);
        return drift.baseline(scope, params.baseline())
                .chain(found -> baselines.content(
                        scope.window().organization(), scope.window().model(), found))
                .chain(content -> {
                    // The family of a step is always the whole model, whatever part of it is shown.
                    Map<Variable, BaselineBins> bins = bins(scope, content);
                    BinnedRequest request =
                            new BinnedRequest(interval.widen(scope.window()), Instant.EPOCH, interval.step(), bins);
                    return binned.read(request)
                            .chain(read -> workers.run(
                                    scope.window().organization(),
                                    () -> new HistoryComparer(
                                                    content,
                                                    interval,
                                                    VerdictSettings.DEFAULT,
                                                    clock.instant(),
                                                    methods)
                                            .compare(List.copyOf(bins.keySet()), read, only)));
                });
    }

    private static Interval interval(AnalysisScope scope, HistoryParams params) {
        return Interval.of(
                params.interval(), scope.window().from(), scope.window().to());
    }

    /** The variables that the baseline has bins for. */
    private static Map<Variable, BaselineBins> bins(AnalysisScope scope, BaselineContent content) {
        Map<Variable, BaselineBins> bins = new LinkedHashMap<>();
        for (Variable variable : DriftService.variables(scope)) {
            VariableProfile profile = profile(content, variable.name());
            boolean compared = variable.type().isNumeric() || variable.type().isCategorical();
            if (profile != null && compared && profile.type() == variable.type()) {
                bins.put(variable, profile.bins());
            }
        }
        return bins;
    }

    private static Map<Integer, MethodScores> methods(
            BaselineContent content, String name, Map<Integer, ValueCounts> byUnit) {
        Map<Integer, MethodScores> scores = new HashMap<>();
        ValueCounts reference = content.values().get(name);
        if (reference == null) {
            return scores;
        }
        byUnit.forEach((unit, values) -> {
            ValueTable table = ValueTables.of(reference, values);
            if (table != null) {
                scores.put(
                        unit,
                        new MethodScores(
                                DriftMethod.PSI.evaluate(table).score(),
                                DriftMethod.KS.evaluate(table).score()));
            }
        });
        return scores;
    }

    private static int precision(BaselineContent content, String name) {
        VariableProfile profile = profile(content, name);
        return profile == null ? io.tidewatch.profile.NumberCounts.EXACT : profile.precisionBits();
    }

    private static @Nullable VariableProfile profile(BaselineContent content, String name) {
        return content.baseline().profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Evidently's values of one step. */
    record MethodScores(double psi, double ks) {

        static final MethodScores NONE = new MethodScores(Double.NaN, Double.NaN);
    }

    /** Parameters of histories. */
    record HistoryParams(
            @Nullable String interval, @Nullable String baseline) {}
}
