package io.tidewatch.sdk.examples;

import io.tidewatch.sdk.DeliveryListener;
import io.tidewatch.sdk.DropReason;
import io.tidewatch.sdk.FlushResult;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.TidewatchBuilder;
import io.tidewatch.sdk.Validation;
import io.tidewatch.sdk.Violation;
import io.tidewatch.sdk.experiment.DatasetProfile;
import io.tidewatch.sdk.experiment.DatasetProfiler;
import io.tidewatch.sdk.experiment.ExperimentRun;
import io.tidewatch.sdk.experiment.Experiments;
import io.tidewatch.sdk.experiment.Outcome;
import io.tidewatch.sdk.registry.FeatureDefinition;
import io.tidewatch.sdk.registry.FeatureType;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.ModelRegistry;
import io.tidewatch.sdk.registry.ModelTask;
import io.tidewatch.sdk.registry.VersionDefinition;
import io.tidewatch.sdk.testing.RecordingTidewatch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each region is shown somewhere; tests run them all. */
final class Examples {

    private Examples() {}

    static void threeLines(URI address, String apiKey) {
        // @start region=three-lines
        try (Tidewatch tidewatch = Tidewatch.builder()
                .endpoint(address)
                .apiKey(apiKey)
                .model("flight-delay")
                .version("2")
                .build()) {
            String id = tidewatch.record(Prediction.builder()
                    .feature("distance", 733.0)
                    .feature("origin", "ATL")
                    .score(0.81)
                    .predictedClass("late"));
            tidewatch.recordGroundTruth(GroundTruth.ofClass(id, "late"));
        }
        // @end
    }

    static Prediction prediction(String traceparentHeader, float[] embedding) {
        // @start region=prediction
        Prediction prediction = Prediction.builder()
                .feature("distance", 733.0) // number; NaN is sent as missing
                .feature("stops", 2) // whole number
                .feature("weekend", false) // truth value
                .feature("origin", "ATL") // category or text
                .feature("bookedAt", Instant.parse("2026-02-01T09:30:00Z"))
                .feature("route", embedding) // float[] or double[], copied
                .missing("tailwind") // known to have no value
                .score(0.81) // of the positive class
                .predictedClass("late")
                .segment("carrier", "DL")
                .latency(Duration.ofMillis(4))
                .entityId("flight-DL1042")
                .traceparent(traceparentHeader)
                .build();
        // @end
        return prediction;
    }

    static void groundTruth(Tidewatch tidewatch, String predictionId) {
        // @start region=ground-truth
        tidewatch.recordGroundTruth(
                GroundTruth.ofClass(predictionId, "late").observedAt(Instant.parse("2026-03-02T18:00:00Z")));
        // @end
    }

    static String both(Tidewatch tidewatch) {
        // @start region=both
        String id = tidewatch.record(
                Prediction.builder().feature("distance", 733.0).predictedClass("late"),
                predictionId -> GroundTruth.ofClass(predictionId, "on-time"));
        // @end
        return id;
    }

    static TidewatchBuilder redaction(TidewatchBuilder builder) {
        // @start region=redaction
        builder.redaction(prediction -> prediction.toBuilder()
                .removeFeature("email")
                .feature("postcode", shortened(prediction.features().get("postcode")))
                .entityId(null)
                .build());
        // @end
        return builder;
    }

    private static String shortened(Object postcode) {
        return postcode instanceof String text && text.length() > 2 ? text.substring(0, 2) : null;
    }

    static TidewatchBuilder spool(TidewatchBuilder builder) {
        // @start region=spool
        builder.spool(Path.of("/var/lib/my-service/tidewatch"), 512L << 20);
        // @end
        return builder;
    }

    static TidewatchBuilder listener(TidewatchBuilder builder, Map<DropReason, Long> counters) {
        // @start region=listener
        builder.listener(new DeliveryListener() {
            @Override
            public void onDropped(DropReason reason, long events, String detail) {
                counters.merge(reason, events, Long::sum);
            }
        });
        // @end
        return builder;
    }

    static long job(Tidewatch tidewatch, List<Prediction> predictions) {
        // @start region=job
        for (Prediction prediction : predictions) {
            tidewatch.awaitCapacity(1, Duration.ofMinutes(5));
            tidewatch.record(prediction);
        }
        FlushResult result = tidewatch.flush(Duration.ofMinutes(5));
        if (!result.complete() || result.dropped() > 0) {
            throw new IllegalStateException("not everything was delivered: " + result);
        }
        // @end
        return result.delivered();
    }

    static List<Violation> validation(Tidewatch tidewatch, Prediction prediction) {
        List<Violation> found = new ArrayList<>();
        // @start region=validation
        Validation validation = tidewatch.validate(prediction);
        for (Violation violation : validation.violations()) {
            found.add(violation); // feature "distance", OUT_OF_RANGE, "must be 0.0 to 6000.0"
        }
        // @end
        return found;
    }

    static void testing() {
        // @start region=testing
        RecordingTidewatch tidewatch = new RecordingTidewatch();
        new DelayService(tidewatch).predict("ATL", 733.0);

        Prediction prediction = tidewatch.predictions().get(0);
        assert prediction.predictedClass().equals("late");
        assert prediction.features().get("origin").equals("ATL");
        // @end
    }

    static void registration(URI address, String apiKey) {
        // @start region=registration
        try (ModelRegistry registry = ModelRegistry.connect(address, apiKey)) {
            registry.createModelIfAbsent(
                    new ModelDefinition("flight-delay", "Flight delay", ModelTask.BINARY, "delays"));
            registry.createVersionIfAbsent(
                    "flight-delay",
                    VersionDefinition.builder("2")
                            .feature(FeatureDefinition.of("distance", FeatureType.FLOAT64)
                                    .unit("mi")
                                    .range(0, 6000)
                                    .required())
                            .feature("origin", FeatureType.CATEGORY)
                            .classes(List.of("late", "on-time"))
                            .positiveClass("late")
                            .threshold(0.5)
                            .metric("roc_auc", 0.71)
                            .build());
        }
        // @end
    }

    static void experiment(URI address, String apiKey, List<Map<String, Object>> rows) {
        // @start region=experiment
        try (Experiments experiments = Experiments.connect(address, apiKey, "flight-delay")) {
            ExperimentRun run = experiments.training("boosting, depth 6").parameter("depth", 6);
            for (int round = 1; round <= 50; round++) {
                run.metric("log_loss", round, boost(round));
            }
            DatasetProfile profile = profile(rows);
            run.metric("roc_auc", 0.71).profile(profile);
            Outcome logged = experiments.log(run); // waits, at most two minutes, and does not throw

            Outcome registered = experiments.register(VersionDefinition.builder("3") // waits, too
                    .features(profile.features())
                    .classes(List.of("late", "on-time"))
                    .positiveClass("late")
                    .metric("roc_auc", 0.71)
                    .run(run.id())
                    .build());
            System.out.println(logged.message() + "; " + registered.message());
        }
        // @end
    }

    private static double boost(int round) {
        return 0.6 / round;
    }

    static DatasetProfile profile(Iterable<Map<String, Object>> rows) {
        // @start region=profile
        DatasetProfiler profiler = new DatasetProfiler();
        for (Map<String, Object> row : rows) {
            profiler.add(row); // {distance=733.0, origin=ATL}
        }
        DatasetProfile profile = profiler.profile();
        // @end
        return profile;
    }

    static Outcome validation(Experiments experiments, double auc) {
        // @start region=validation-run
        ExperimentRun run = experiments.validation("March, night flights").version("3");
        try {
            run.metric("roc_auc", auc);
        } catch (RuntimeException e) {
            run.fail(e);
            throw e;
        } finally {
            Outcome outcome = experiments.log(run);
            if (!outcome.isStored()) {
                System.err.println(outcome.message());
            }
        }
        // @end
        return experiments.log(run);
    }

    /** A service of somebody who uses the library. */
    private record DelayService(Tidewatch tidewatch) {

        String predict(String origin, double distance) {
            String answer = distance > 500 ? "late" : "on-time";
            tidewatch.record(Prediction.builder()
                    .feature("origin", origin)
                    .feature("distance", distance)
                    .predictedClass(answer));
            return answer;
        }
    }
}
