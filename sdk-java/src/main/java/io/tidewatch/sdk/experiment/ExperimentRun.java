package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.internal.id.UuidV7;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training or validation run while it goes on: it collects parameters, metrics and the profile of the data, in bounded
 * memory, without a connection. {@link Experiments#log(ExperimentRun)} sends it when it has ended.
 *
 * <p>No method throws or waits. What cannot be sent (a name that is empty or longer than 128 characters, a metric that is not
 * finite, more than there is room for) is left out and named by {@link #leftOut()}. Safe to use from several threads.
 */
public final class ExperimentRun {

    /** How many parameters are kept. */
    public static final int MAX_PARAMETERS = 200;

    /** How many final metrics are kept. */
    public static final int MAX_METRICS = 200;

    /** How many metrics are followed step by step. */
    public static final int MAX_SERIES = 20;

    /** Longer values of parameters are cut. */
    public static final int MAX_PARAMETER_LENGTH = 1000;

    private static final int MAX_NAME_LENGTH = 128;
    private static final int MAX_RUN_NAME_LENGTH = 200;
    private static final int MAX_LEFT_OUT = 50;

    private final String id;
    private final RunKind kind;
    private final String name;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable String version;
    private @Nullable DatasetProfile profile;
    private @Nullable Instant endedAt;
    private boolean failed;

    ExperimentRun(RunKind kind, @Nullable String name, Clock clock) {
        this.kind = kind;
        this.name = name == null ? "" : RunText.cleaned(name, MAX_RUN_NAME_LENGTH);
        this.clock = clock;
        this.startedAt = clock.instant();
        this.id = UuidV7.next(startedAt.toEpochMilli());
    }

    /** The run's id, a UUID of version 7. */
    public String id() {
        return id;
    }

    /** What the run is for. */
    public RunKind kind() {
        return kind;
    }

    /** Keeps a parameter: anything, as its text. */
    public synchronized ExperimentRun parameter(String parameter, @Nullable Object value) {
        if (value == null) {
            return leaveOut("parameter " + parameter + ": has no value");
        }
        if (isUsable("parameter", parameter, parameters, MAX_PARAMETERS)) {
            parameters.put(parameter, RunText.shortened(RunText.of(value), MAX_PARAMETER_LENGTH));
        }
        return this;
    }

    /** Keeps the final value of a metric, such as {@code roc_auc}; the latest counts. */
    public synchronized ExperimentRun metric(String metric, double value) {
        if (!Double.isFinite(value)) {
            return leaveOut("metric " + metric + ": " + value + " is not finite");
        }
        if (isUsable("metric", metric, metrics, MAX_METRICS)) {
            metrics.put(metric, value);
        }
        return this;
    }

    /**
     * Follows a metric: its value at a step such as an epoch. Steps must rise. Of a long series 500 to 1,000 points are kept,
     * evenly spread; the last one is also kept as final value.
     */
    public synchronized ExperimentRun metric(String metric, long step, double value) {
        if (!Double.isFinite(value)) {
            return leaveOut("metric " + metric + ": " + value + " at step " + step + " is not finite");
        }
        if (isUsable("series", metric, series, MAX_SERIES)
                && !series.computeIfAbsent(metric, key -> new Series()).add(step, value)) {
            return leaveOut("metric " + metric + ": step " + step + " comes after a higher one, or is negative");
        }
        return metric(metric, value);
    }

    /** The registered version that this run measures. A version that comes of a run names the run instead. */
    public synchronized ExperimentRun version(@Nullable String registered) {
        version = registered;
        return this;
    }

    /** What the data looks like that the run was made on. */
    public synchronized ExperimentRun profile(@Nullable DatasetProfile data) {
        profile = data;
        return this;
    }

    /** Ends the run as it should end. Only the first end counts; {@link Experiments#log} ends a run that goes on. */
    public ExperimentRun succeed() {
        return end(false);
    }

    /** Ends the run that broke off; why becomes its parameter {@code failure}. */
    public ExperimentRun fail(@Nullable Object why) {
        if (why != null) {
            parameter("failure", why);
        }
        return end(true);
    }

    private synchronized ExperimentRun end(boolean badly) {
        if (endedAt == null) {
            failed = badly;
            Instant now = clock.instant();
            // The clock may have been set back.
            endedAt = now.isBefore(startedAt) ? startedAt : now;
        }
        return this;
    }

    /** What was left out so far, each in one line; at most {@value #MAX_LEFT_OUT} of them. */
    public synchronized List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    synchronized byte[] toJson() {
        Instant end = endedAt == null ? startedAt : endedAt;
        return RunJson.of(id, kind, failed, name, version, startedAt, end, parameters, metrics, series, profile);
    }

    private boolean isUsable(String what, @Nullable String key, Map<String, ?> known, int limit) {
        if (key == null || key.isEmpty() || key.length() > MAX_NAME_LENGTH || RunText.hasControl(key)) {
            leaveOut(what + " " + key + ": a name is 1 to " + MAX_NAME_LENGTH
                    + " characters without control characters");
            return false;
        }
        if (known.size() >= limit && !known.containsKey(key)) {
            leaveOut(what + " " + key + ": there is room for " + limit);
            return false;
        }
        return true;
    }

    private ExperimentRun leaveOut(String line) {
        if (leftOut.size() < MAX_LEFT_OUT) {
            leftOut.add(RunText.shortened(line, MAX_PARAMETER_LENGTH));
        }
        return this;
    }
}
