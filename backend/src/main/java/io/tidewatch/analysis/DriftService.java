package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.BaselineContent;
import io.tidewatch.profile.BaselineId;
import io.tidewatch.profile.BaselineService;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.VariableProfile;
import io.tidewatch.profile.WatchedVariables;
import io.tidewatch.profile.WindowReader;
import io.tidewatch.profile.WindowRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the predictions of a window differ from a baseline. */
@ApplicationScoped
class DriftService {

    private final AnalysisScopes scopes;
    private final BaselineService baselines;
    private final WindowReader windows;
    private final AnalysisWorkers workers;

    DriftService(AnalysisScopes scopes, BaselineService baselines, WindowReader windows, AnalysisWorkers workers) {
        this.scopes = scopes;
        this.baselines = baselines;
        this.windows = windows;
        this.workers = workers;
    }

    /** All variables of a model; fails with {@code baseline-not-found} if there is nothing to compare with. */
    Uni<DriftReport> drift(Caller caller, String modelKey, AnalysisParams params, @Nullable String baseline) {
        return scopes.resolve(caller, modelKey, params)
                .chain(scope -> baseline(scope, baseline).chain(found -> compare(scope, found)));
    }

    /** One variable, judged in the family of all; fails with {@code feature-not-found}. */
    Uni<DriftReport> driftOf(
            Caller caller, String modelKey, String variable, AnalysisParams params, @Nullable String baseline) {
        return scopes.resolve(caller, modelKey, params).chain(scope -> {
            requireVariable(scope, variable);
            return baseline(scope, baseline).chain(found -> compare(scope, found));
        });
    }

    /** Compares the window with the baseline, all variables as one family. */
    Uni<DriftReport> compare(AnalysisScope scope, Baseline baseline) {
        return compare(scope, baseline, Set.of());
    }

    /**
     * Compares the window with the baseline.
     *
     * @param leftOut names of variables that are neither read nor counted into the family
     */
    Uni<DriftReport> compare(AnalysisScope scope, Baseline baseline, Set<String> leftOut) {
        List<Variable> variables = variables(scope).stream()
                .filter(variable -> !leftOut.contains(variable.name()))
                .toList();
        WindowRequest request = WindowRequest.of(scope.window(), variables, precision(baseline), scope.versions());
        Uni<BaselineContent> content =
                baselines.content(scope.window().organization(), scope.window().model(), baseline);
        return Uni.combine()
                .all()
                .unis(content, windows.read(request))
                .asTuple()
                .chain(both -> workers.run(
                        scope.window().organization(),
                        () -> new DriftComparer(both.getItem1(), scope.window(), VerdictSettings.DEFAULT)
                                .compare(variables, both.getItem2())));
    }

    /** The baseline of a read. */
    Uni<Baseline> baseline(AnalysisScope scope, @Nullable String id) {
        return baselines
                .inUse(
                        scope.window().organization(),
                        scope.window().model(),
                        scope.window().version(),
                        id == null || id.isEmpty() ? null : parse(id))
                .onItem()
                .ifNull()
                .failWith(() -> ErrorCode.BASELINE_NOT_FOUND.problem("The model has no baseline yet. Pin one first."));
    }

    /** The variables of a read. */
    static List<Variable> variables(AnalysisScope scope) {
        return WatchedVariables.of(
                scope.model().task(), scope.versions(), scope.window().version());
    }

    /** The variable of this name; fails with {@code feature-not-found}. */
    static Variable requireVariable(AnalysisScope scope, String name) {
        return variables(scope).stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound(name));
    }

    static ProblemException notFound(String name) {
        return ErrorCode.FEATURE_NOT_FOUND.problem("The model has no feature '" + name + "'.");
    }

    /** Rounded variables of the baseline are read in its precision from the start. */
    private static Map<String, Integer> precision(Baseline baseline) {
        return baseline.profiles().stream()
                .filter(profile -> profile.precisionBits() < io.tidewatch.profile.NumberCounts.EXACT)
                .collect(Collectors.toMap(VariableProfile::name, VariableProfile::precisionBits));
    }

    private static BaselineId parse(String id) {
        try {
            return new BaselineId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw ErrorCode.BASELINE_NOT_FOUND
                    .problem("The model has no such baseline.")
                    .causedBy(e);
        }
    }
}
