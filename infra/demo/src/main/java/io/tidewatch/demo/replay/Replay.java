package io.tidewatch.demo.replay;

import io.tidewatch.demo.feed.ModelFeed;
import io.tidewatch.demo.feed.Scorer;
import io.tidewatch.demo.feed.ValidationResult;
import io.tidewatch.demo.flight.EvenSample;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.flight.FlightTime;
import io.tidewatch.demo.flight.SampledFlight;
import io.tidewatch.demo.stack.StackConnection;
import io.tidewatch.demo.stack.VolumeReader;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.experiment.ExperimentRun;
import io.tidewatch.sdk.experiment.Experiments;
import io.tidewatch.sdk.experiment.Outcome;
import io.tidewatch.sdk.registry.ModelRegistry;
import io.tidewatch.sdk.registry.PinnedBaseline;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The whole replay: registers the models, plays the stages, pins the baselines, and later adds outcomes that came due. */
public final class Replay {
    private static final long SAMPLE_SEED = 2001;
    private static final int MAX_QUEUED_EVENTS = 8_192;
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(2);
    private static final String BASELINE_NAME = "First three weeks";

    private final FlightFile flights;
    private final Scorer scorer;
    private final StackConnection stack;
    private final Path markerFile;
    private final Consumer<String> log;

    /**
     * @param markerFile remembers how far the replay is
     * @param log takes lines for people
     */
    public Replay(FlightFile flights, Scorer scorer, StackConnection stack, Path markerFile, Consumer<String> log) {
        this.flights = flights;
        this.scorer = scorer;
        this.stack = stack;
        this.markerFile = markerFile;
        this.log = log;
    }

    /**
     * Sends what is not sent yet.
     *
     * @param wanted changes the request: the default one at the first start, later that of the replay begun here
     * @param now the moment at which a replay that starts now ends
     * @throws IllegalArgumentException if a fault cannot be read, or another replay was begun here
     * @throws IOException if the backend refuses events or does not answer
     */
    public void run(UnaryOperator<ReplayRequest> wanted, Instant now) throws IOException, InterruptedException {
        ReplayMarker marker = marker(wanted, now);
        TimeShift shift = marker.shift();
        List<Fault> injected = marker.request().faults().stream()
                .map(fault -> Fault.parse(fault, shift))
                .toList();
        EvenSample sample = ReplayStream.sample(flights, shift, marker.request().flights(), SAMPLE_SEED);
        marker.write(markerFile);
        register();
        try (Delivery delivery = delivery(shift)) {
            ReplayProgress progress = new ReplayProgress(sample.size(), marker.sentFlights(), log, System::nanoTime);
            for (ReplayStage stage : ReplayStage.values()) {
                marker = play(stage, marker, injected, sample, delivery, progress);
                if (!marker.baselinesPinned()) {
                    pinBaselines(sample, shift);
                    marker = marker.withBaselines();
                    marker.write(markerFile);
                }
            }
            addOutcomes(marker, sample, delivery, now);
        }
    }

    private ReplayMarker marker(UnaryOperator<ReplayRequest> wanted, Instant now) throws IOException {
        if (!Files.exists(markerFile)) {
            TimeShift shift = TimeShift.endingAt(now);
            return ReplayMarker.start(wanted.apply(ReplayRequest.DEFAULT), shift, outcomesKnownUntil(shift, now));
        }
        ReplayMarker marker = ReplayMarker.read(markerFile);
        ReplayRequest request = wanted.apply(marker.request());
        if (!marker.request().equals(request)) {
            throw new IllegalArgumentException(
                    "There is a replay of %s already; for one of %s give the models names of their own with --suffix NAME"
                            .formatted(marker.request(), request));
        }
        return marker;
    }

    private void register() throws IOException {
        for (ModelFeed feed : scorer.feeds()) {
            Set<String> created = new HashSet<>();
            try (ModelRegistry registry = ModelRegistry.connect(stack.api(), apiKey(feed))) {
                registry.createModelIfAbsent(feed.model());
                for (VersionDefinition version : feed.versions()) {
                    if (registry.createVersionIfAbsent(feed.model().key(), version)) {
                        created.add(version.version());
                    }
                }
            }
            logValidations(feed, created);
        }
    }

    private void logValidations(ModelFeed feed, Set<String> versions) throws IOException {
        try (Experiments experiments =
                Experiments.connect(stack.api(), apiKey(feed), feed.model().key())) {
            for (ValidationResult result : feed.validations()) {
                if (versions.contains(result.version())) {
                    ExperimentRun run = experiments
                            .validation(result.name())
                            .version(result.version())
                            .parameter("flights", result.flights());
                    result.metrics().forEach(run::metric);
                    Outcome outcome = experiments.log(run);
                    if (!outcome.isStored()) {
                        throw new IOException(outcome.message());
                    }
                }
            }
        }
    }

    private ReplayMarker play(
            ReplayStage stage,
            ReplayMarker marker,
            List<Fault> faults,
            EvenSample sample,
            Delivery delivery,
            ReplayProgress progress)
            throws IOException {
        if (marker.finished(stage)) {
            return marker;
        }
        TimeShift shift = marker.shift();
        ReplayMarker[] latest = {marker};
        StageReplay replay = new StageReplay(
                stage, shift, faults, scorer, delivery, marker.groundTruthUntil(), progress, (done, until, sent) -> {
                    latest[0] = latest[0].withPosition(done, until, sent);
                    latest[0].write(markerFile);
                });
        try (ReplayStream stream = new ReplayStream(flights, sample, shift)) {
            replay.run(stream, marker.position(stage));
        }
        return latest[0];
    }

    private void pinBaselines(EvenSample sample, TimeShift shift) throws IOException, InterruptedException {
        Instant from = shift.toInstant(ReplayStage.BASELINE.from(shift));
        Instant to = shift.toInstant(ReplayStage.BASELINE.to(shift));
        try (VolumeReader volumes = new VolumeReader(stack.api())) {
            for (ModelFeed feed : scorer.feeds()) {
                long expected = countInBaseline(feed, sample, shift);
                volumes.await(apiKey(feed), feed.model().key(), from, to, expected, VISIBLE_WITHIN);
                try (ModelRegistry registry = ModelRegistry.connect(stack.api(), apiKey(feed))) {
                    PinnedBaseline baseline = registry.pinBaseline(feed.model().key(), from, to, null, BASELINE_NAME);
                    log.accept("Baseline of %s: %,d predictions"
                            .formatted(feed.model().key(), baseline.predictionCount()));
                }
            }
        }
    }

    private long countInBaseline(ModelFeed feed, EvenSample sample, TimeShift shift) throws IOException {
        long count = 0;
        try (ReplayStream stream = new ReplayStream(flights, sample, shift)) {
            int end = ReplayStage.BASELINE.to(shift);
            for (SampledFlight next = stream.next();
                    next != null && next.flight().minute() < end;
                    next = stream.next()) {
                count += feed.takes(next.position()) ? 1 : 0;
            }
        }
        return count;
    }

    /** Sends the outcomes that were not known when the replay ran: those of its last day, a day later. */
    private void addOutcomes(ReplayMarker marker, EvenSample sample, Delivery delivery, Instant now)
            throws IOException {
        TimeShift shift = marker.shift();
        int until = Math.min(outcomesKnownUntil(shift, now), shift.cutoffMinute() + 1);
        if (until <= marker.groundTruthUntil()) {
            return;
        }
        List<SampledFlight> landed = new ArrayList<>();
        try (ReplayStream stream = new ReplayStream(flights, sample, shift)) {
            for (SampledFlight next = stream.next(); next != null; next = stream.next()) {
                int minute = next.flight().minute();
                if (minute >= marker.groundTruthUntil() && minute < until) {
                    landed.add(next);
                }
                if (landed.size() == MAX_QUEUED_EVENTS) {
                    delivery.groundTruths(landed);
                    landed.clear();
                }
            }
        }
        delivery.groundTruths(landed);
        delivery.confirm();
        marker.withGroundTruthUntil(until).write(markerFile);
        log.accept("Outcomes that came due since the last start were added");
    }

    private static int outcomesKnownUntil(TimeShift shift, Instant now) {
        return shift.toFlightMinute(now) - FlightTime.MINUTES_PER_DAY;
    }

    private Delivery delivery(TimeShift shift) throws IOException {
        List<Delivery.Channel> channels = new ArrayList<>();
        for (ModelFeed feed : scorer.feeds()) {
            Tidewatch client = Tidewatch.builder()
                    .endpoint(stack.api())
                    .apiKey(apiKey(feed))
                    .model(feed.model().key())
                    .version(feed.versions().getFirst().version())
                    .queueCapacity(MAX_QUEUED_EVENTS)
                    .build();
            channels.add(new Delivery.Channel(feed, client));
        }
        return new Delivery(shift, channels);
    }

    private String apiKey(ModelFeed feed) throws IOException {
        return stack.apiKey(feed.organization(), feed.model().team());
    }
}
