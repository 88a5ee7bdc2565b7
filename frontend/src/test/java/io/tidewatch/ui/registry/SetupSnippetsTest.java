package io.tidewatch.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.ModelVersion;
import io.tidewatch.ui.client.StoredPrediction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shown; the journey of the first model runs it. */
class SetupSnippetsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void eachProgramHasAddressKeyAndModel() {
        for (Language language : Language.values()) {
            assertThat(snippets("binary", null).predictions(language))
                    .as(language.name())
                    .contains("http://127.0.0.1:8080", "tw_key", "late-flights");
            assertThat(snippets("binary", null).groundTruth(language, prediction("p-1")))
                    .contains("p-1", "tw_key");
        }
    }

    @Test
    void pythonTakesAtMostTwentyLines() {
        assertThat(snippets("binary", null).predictions(Language.PYTHON).lines())
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theFeaturesAreThoseOfTheSchema() {
        ModelVersion version = version(
                feature("distance", "float64", 0.0, 5000.0),
                feature("night", "boolean", null, null),
                feature("seats", "int64", 50.0, 300.0),
                feature("vector", "embedding", null, null));
        SetupSnippets snippets = snippets("binary", version);

        assertThat(snippets.predictions(Language.JAVA))
                .contains(
                        ".feature(\"distance\", random.nextDouble(0.0, 5000.0))",
                        ".feature(\"night\", random.nextBoolean())",
                        ".feature(\"seats\", random.nextLong(50, 301))",
                        ".feature(\"vector\", new float[] {random.nextFloat(), random.nextFloat()})",
                        ".version(\"7\")",
                        "predictedClass(score >= 0.5 ? \"late\" : \"on-time\")");
        assertThat(snippets.predictions(Language.PYTHON))
                .contains(
                        "\"distance\": random.uniform(0.0, 5000.0)",
                        "\"class\": \"late\" if score >= 0.5 else \"on-time\"");
        assertThat(snippets.predictions(Language.CURL))
                .contains("\"distance\": 2500.0", "\"seats\": 175", "\"vector\": [0.5, 0.5]");
    }

    @Test
    void aRegressionAnswersAValue() {
        assertThat(snippets("regression", null).predictions(Language.JAVA))
                .contains(".predictedValue(")
                .doesNotContain("predictedClass");
        assertThat(snippets("regression", null).groundTruth(Language.JAVA, prediction("p")))
                .contains("ofValue(\"p\", 42.0)");
        assertThat(snippets("multiclass", null).predictions(Language.CURL)).doesNotContain("score");
    }

    @Test
    void namesOfPeopleStayLiterals() {
        ModelVersion version = version(feature("it's \"quoted\" \\ here", "float64", null, null));

        assertThat(snippets("binary", version).predictions(Language.CURL))
                .contains("it'\\''s \\\"quoted\\\" \\\\ here");
        assertThat(snippets("binary", version).predictions(Language.JAVA))
                .contains(".feature(\"it's \\\"quoted\\\" \\\\ here\", ");
    }

    private static SetupSnippets snippets(String task, @Nullable ModelVersion version) {
        Model model = new Model(
                "late-flights",
                "Late flights",
                null,
                task,
                new Model.TeamRef("delays", "Delays"),
                List.of(),
                NOW,
                1,
                new Model.Access(true));
        return new SetupSnippets("http://127.0.0.1:8080", "tw_key", SampleEvent.of(model, version));
    }

    private static ModelVersion version(ModelVersion.Feature... features) {
        return new ModelVersion(
                "7",
                null,
                new ModelVersion.Schema(List.of(features)),
                new ModelVersion.Output(List.of("on-time", "late"), "late", 0.5, null),
                null,
                null,
                null,
                null,
                "confirmed");
    }

    private static ModelVersion.Feature feature(String name, String type, @Nullable Double min, @Nullable Double max) {
        Integer dimension = type.equals("embedding") ? 2 : null;
        return new ModelVersion.Feature(name, type, false, min, max, null, null, null, dimension);
    }

    private static StoredPrediction prediction(String id) {
        return new StoredPrediction(id, "1", null, NOW, NOW, null, null, null, null, null, null);
    }
}
