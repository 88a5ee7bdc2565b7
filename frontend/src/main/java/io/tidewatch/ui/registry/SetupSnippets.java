package io.tidewatch.ui.registry;

import io.tidewatch.ui.client.StoredPrediction;

/**
 * Programs that people copy from a setup page and run as they are: filled in with address, key, model and schema. Names
 * come from people, so each language quotes them.
 */
final class SetupSnippets {

    /** Stands for a key that the page does not know; its secret is shown only when it is made. */
    static final String NO_KEY = "YOUR_API_KEY";

    private final String endpoint;
    private final String key;
    private final SampleEvent event;

    SetupSnippets(String endpoint, String key, SampleEvent event) {
        this.endpoint = endpoint;
        this.key = key;
        this.event = event;
    }

    /** Sends predictions: 200 made-up ones, or one with curl. */
    String predictions(Language language) {
        return switch (language) {
            case JAVA -> javaPredictions();
            case CURL -> curl("predictions", JsonSample.prediction(event));
            case PYTHON -> pythonPredictions();
        };
    }

    /** Sends the ground truth of a prediction that was received. */
    String groundTruth(Language language, StoredPrediction of) {
        return switch (language) {
            case JAVA -> javaGroundTruth(of);
            case CURL -> curl("ground-truth", JsonSample.groundTruth(event, of.predictionId()));
            case PYTHON -> pythonGroundTruth(of);
        };
    }

    private String javaPredictions() {
        StringBuilder features = new StringBuilder();
        event.features()
                .forEach(feature -> features.append("                    .feature(")
                        .append(Quoted.java(feature.name()))
                        .append(", ")
                        .append(JavaSample.value(feature))
                        .append(")\n"));
        return """
                import io.tidewatch.sdk.Prediction;
                import io.tidewatch.sdk.Tidewatch;
                import java.net.URI;
                import java.time.Duration;
                import java.util.Random;

                // java -cp tidewatch-sdk.jar SendPredictions.java
                class SendPredictions {
                    public static void main(String[] args) {
                        Random random = new Random();
                        try (Tidewatch tidewatch = %s) {
                            for (int i = 0; i < 200; i++) { // put in what your model gets and answers
                                double score = random.nextDouble();
                                tidewatch.record(Prediction.builder()
                %s                    %s);
                            }
                            System.out.println(tidewatch.flush(Duration.ofSeconds(10)));
                        }
                    }
                }
                """.formatted(client(), features, JavaSample.answer(event));
    }

    private String javaGroundTruth(StoredPrediction of) {
        return """
                import io.tidewatch.sdk.GroundTruth;
                import io.tidewatch.sdk.Tidewatch;
                import java.net.URI;
                import java.time.Duration;

                // java -cp tidewatch-sdk.jar SendGroundTruth.java
                class SendGroundTruth {
                    public static void main(String[] args) {
                        try (Tidewatch tidewatch = %s) {
                            tidewatch.recordGroundTruth(GroundTruth.%s);
                            System.out.println(tidewatch.flush(Duration.ofSeconds(10)));
                        }
                    }
                }
                """.formatted(client(), JavaSample.truth(event, of.predictionId()));
    }

    private String client() {
        return """
                Tidewatch.builder()
                        .endpoint(URI.create(%s)).apiKey(%s)
                        .model(%s).version(%s).build()""".formatted(
                        Quoted.java(endpoint),
                        Quoted.java(key),
                        Quoted.java(event.model()),
                        Quoted.java(event.version()))
                .replace("\n", "\n        ");
    }

    private String curl(String path, String body) {
        return """
                curl -sS %s \\
                  -H %s \\
                  -H 'Content-Type: application/json' \\
                  -d %s
                """.formatted(
                        Quoted.shell(address(path)), Quoted.shell("Authorization: Bearer " + key), Quoted.shell(body));
    }

    private String pythonPredictions() {
        StringBuilder features = new StringBuilder();
        event.features()
                .forEach(feature -> features.append("            ")
                        .append(Quoted.python(feature.name()))
                        .append(": ")
                        .append(PythonSample.value(feature))
                        .append(",\n"));
        return """
                import datetime, json, random, urllib.request

                def prediction():  # put in what your model gets and answers
                    score = random.random()
                    return {
                        "version": %s,
                        "features": {
                %s        },
                        "prediction": %s,
                    }

                body = {"predictions": [prediction() for _ in range(200)]}
                %s""".formatted(
                Quoted.python(event.version()), features, PythonSample.answer(event), pythonRequest("predictions"));
    }

    private String pythonGroundTruth(StoredPrediction of) {
        return """
                import json, urllib.request

                body = %s
                %s""".formatted(JsonSample.groundTruth(event, of.predictionId()), pythonRequest("ground-truth"));
    }

    private String pythonRequest(String path) {
        return """
                request = urllib.request.Request(
                    %s, json.dumps(body).encode(),
                    {"Authorization": %s, "Content-Type": "application/json"})
                print(urllib.request.urlopen(request).read().decode())
                """.formatted(Quoted.python(address(path)), Quoted.python("Bearer " + key));
    }

    private String address(String path) {
        return endpoint + "/api/v1/models/" + event.model() + "/" + path;
    }
}
