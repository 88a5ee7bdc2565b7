package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads a window and stores its values as the content of a new baseline. */
@ApplicationScoped
class BaselinePinner {

    private static final Duration MAX_WINDOW = Duration.ofDays(400);
    // Below eight units of time nothing can be said about how much they vary.
    private static final Duration DAYS_FROM = Duration.ofDays(8);
    private static final Duration HOURS_FROM = Duration.ofHours(8);

    private final ModelVersionService versions;
    private final WindowReader windows;
    private final BinnedReader binned;
    private final BaselineQueries queries;
    private final BinPlanner planner;
    private final Clock clock;
    private final RandomGenerator random;

    BaselinePinner(
            ModelVersionService versions,
            WindowReader windows,
            BinnedReader binned,
            BaselineQueries queries,
            BinPlanner planner,
            Clock clock,
            RandomGenerator random) {
        this.versions = versions;
        this.windows = windows;
        this.binned = binned;
        this.queries = queries;
        this.planner = planner;
        this.clock = clock;
        this.random = random;
    }

    /** Stores the values; the baseline counts once its row is stored too. */
    Uni<Baseline> prepare(Caller caller, RegisteredModel model, PinBaseline command) {
        check(command);
        WindowSelection window = new WindowSelection(
                caller.organization(),
                model.id(),
                command.from(),
                command.to(),
                command.version(),
                command.environment());
        return versions.all(caller.organization(), model.id()).chain(known -> {
            checkVersion(known, command);
            List<Variable> variables = WatchedVariables.of(model.task(), known, command.version());
            return windows.read(WindowRequest.of(window, variables, Map.of(), known))
                    .chain(values -> store(caller, model, command, window, variables, values));
        });
    }

    /**
     * The same for values that are not those of stored predictions. There are no units of time then, so the baseline does not
     * show how much it varies by itself.
     */
    Uni<Baseline> prepare(
            Caller caller, RegisteredModel model, PinBaseline command, List<Variable> variables, WindowValues values) {
        checkOrder(command);
        return store(caller, model, command, null, variables, values);
    }

    private Uni<Baseline> store(
            Caller caller,
            RegisteredModel model,
            PinBaseline command,
            @Nullable WindowSelection window,
            List<Variable> variables,
            WindowValues values) {
        if (values.predictionCount() == 0) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem("There is nothing to pin.")
                    .violation("from", "empty-window", "the window holds no prediction");
        }
        Map<Variable, BaselineBins> bins = new LinkedHashMap<>();
        Map<String, ValueCounts> kept = new LinkedHashMap<>();
        List<VariableProfile> profiles = new ArrayList<>();
        for (Variable variable : variables) {
            ValueCounts counts = values.byVariable().get(variable.name());
            // A part of the prediction that the model never sends is not watched; nor is what a file lacks.
            if (counts == null || (variable.isPrediction() && counts.present() == 0)) {
                continue;
            }
            BaselineBins planned = planner.plan(counts);
            if (!(counts instanceof PresenceCounts)) {
                bins.put(variable, planned);
            }
            kept.put(variable.name(), counts);
            profiles.add(VariableProfile.of(variable, counts, planned));
        }
        Duration unit = window == null ? Duration.ZERO : blockLength(window);
        Baseline baseline = new Baseline(
                new BaselineId(newId()),
                command.name() == null ? command.from() + " to " + command.to() : command.name(),
                command.version(),
                command.environment(),
                command.from(),
                command.to(),
                values.predictionCount(),
                clock.instant(),
                caller.actor().name(),
                unit.toSeconds(),
                true,
                profiles);
        return blocks(window, unit, bins)
                .chain(blocks -> queries.insert(caller.organization(), model.id(), baseline.id(), kept, blocks))
                .replaceWith(baseline);
    }

    private Uni<Map<String, List<long[]>>> blocks(
            @Nullable WindowSelection window, Duration unit, Map<Variable, BaselineBins> bins) {
        if (window == null || unit.isZero() || bins.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        int units = Math.toIntExact(
                Math.ceilDiv(Duration.between(window.from(), window.to()).toSeconds(), unit.toSeconds()));
        return binned.read(new BinnedRequest(window, window.from(), unit, bins)).map(read -> {
            Map<String, List<long[]>> blocks = new HashMap<>();
            bins.forEach((variable, planned) -> {
                NavigableMap<Integer, long[]> found = read.byVariable().get(variable.name());
                List<long[]> all = new ArrayList<>();
                for (int number = 0; number < units; number++) {
                    long[] counts = found == null ? null : found.get(number);
                    all.add(counts == null ? new long[planned.count()] : counts);
                }
                blocks.put(variable.name(), all);
            });
            return blocks;
        });
    }

    private static Duration blockLength(WindowSelection window) {
        Duration length = Duration.between(window.from(), window.to());
        if (length.compareTo(DAYS_FROM) >= 0) {
            return Duration.ofDays(1);
        }
        return length.compareTo(HOURS_FROM) >= 0 ? Duration.ofHours(1) : Duration.ZERO;
    }

    private static void checkOrder(PinBaseline command) {
        if (!command.from().isBefore(command.to())) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("to", "invalid", "must be after from");
        }
    }

    private static void check(PinBaseline command) {
        checkOrder(command);
        if (Duration.between(command.from(), command.to()).compareTo(MAX_WINDOW) > 0) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("to", "out-of-range", "must be within 400 days of from");
        }
    }

    private static void checkVersion(List<ModelVersion> known, PinBaseline command) {
        String wanted = command.version();
        if (wanted != null
                && known.stream().noneMatch(version -> version.version().equals(wanted))) {
            throw ErrorCode.VERSION_NOT_FOUND.problem("The model has no version '" + wanted + "'.");
        }
    }

    /** Version 7, so that the newest baseline has the greatest id. */
    private UUID newId() {
        long high = (clock.millis() << 16) | 0x7000 | (random.nextLong() & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
