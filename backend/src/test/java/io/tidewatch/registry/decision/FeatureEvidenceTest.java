package io.tidewatch.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureEvidenceTest {

    @Test
    void aFractionMakesANumber() {
        assertThat(first(evidence -> evidence.addFractional())).isEqualTo(InferredType.FLOAT64);
    }

    @Test
    void fewWholeNumbersMayStillBecomeFractions() {
        assertThat(first(times(19, FeatureEvidence::addWhole))).isEqualTo(InferredType.FLOAT64);
        assertThat(first(times(20, FeatureEvidence::addWhole))).isEqualTo(InferredType.INT64);
    }

    @Test
    void oneFractionAmongManyWholeNumbersDecides() {
        assertThat(first(times(50, FeatureEvidence::addWhole).andThen(FeatureEvidence::addFractional)))
                .isEqualTo(InferredType.FLOAT64);
    }

    @Test
    void booleansAreBooleansUntilANameCame() {
        assertThat(first(FeatureEvidence::addBoolean)).isEqualTo(InferredType.BOOLEAN);
        assertThat(first(evidence -> {
                    evidence.addBoolean();
                    evidence.addString("unknown", false);
                }))
                .isEqualTo(InferredType.CATEGORY);
    }

    @Test
    void timesAreTimesOnlyIfAllAre() {
        assertThat(first(evidence -> evidence.addString("2026-03-01T12:00:00Z", true)))
                .isEqualTo(InferredType.TIMESTAMP);
        assertThat(first(evidence -> {
                    evidence.addString("2026-03-01T12:00:00Z", true);
                    evidence.addString("soon", false);
                }))
                .isEqualTo(InferredType.CATEGORY);
    }

    @Test
    void longOrEverDifferentStringsAreText() {
        assertThat(first(evidence -> evidence.addString("x".repeat(257), false)))
                .isEqualTo(InferredType.TEXT);
        assertThat(first(evidence -> IntStream.range(0, 50)
                        .forEach(i -> evidence.addString("a sentence with the number " + i + " in it", false))))
                .isEqualTo(InferredType.TEXT);
        assertThat(first(evidence -> IntStream.range(0, 50).forEach(i -> evidence.addString("airport-" + i, false))))
                .as("short names are categories, however many there are")
                .isEqualTo(InferredType.CATEGORY);
    }

    @Test
    void vectorsOfOneLengthAreEmbeddings() {
        assertThat(infer(null, times(2, evidence -> evidence.addVector(8))))
                .isEqualTo(new InferredFeature(InferredType.EMBEDDING, 8));
        assertThat(infer(null, evidence -> {
                    evidence.addVector(8);
                    evidence.addVector(9);
                }))
                .isNull();
    }

    @Test
    void whatNoTypeTakesStaysOut() {
        assertThat(infer(null, FeatureEvidence::addOther)).isNull();
        assertThat(infer(null, evidence -> {})).isNull();
        assertThat(infer(null, evidence -> {
                    evidence.addFractional();
                    evidence.addString("many", false);
                }))
                .isNull();
    }

    @Test
    void aKnownTypeWidensOnlyWhereAValueDoesNotFit() {
        assertThat(widen(InferredType.INT64, FeatureEvidence::addFractional)).isEqualTo(InferredType.FLOAT64);
        assertThat(widen(InferredType.INT64, FeatureEvidence::addWhole)).isEqualTo(InferredType.INT64);
        assertThat(widen(InferredType.FLOAT64, times(100, FeatureEvidence::addWhole)))
                .isEqualTo(InferredType.FLOAT64);
        assertThat(widen(InferredType.FLOAT64, evidence -> evidence.addString("many", false)))
                .as("numbers never become names: such an event is refused and says so")
                .isEqualTo(InferredType.FLOAT64);
        assertThat(widen(InferredType.BOOLEAN, evidence -> evidence.addString("maybe", false)))
                .isEqualTo(InferredType.CATEGORY);
        assertThat(widen(InferredType.TIMESTAMP, evidence -> evidence.addString("never", false)))
                .isEqualTo(InferredType.CATEGORY);
        assertThat(widen(InferredType.CATEGORY, evidence -> evidence.addString("x".repeat(300), false)))
                .isEqualTo(InferredType.TEXT);
        assertThat(widen(InferredType.CATEGORY, FeatureEvidence::addFractional)).isEqualTo(InferredType.CATEGORY);
    }

    @Test
    void thePositiveClassIsTheOneWithHigherScores() {
        VersionEvidence evidence = new VersionEvidence(10);
        evidence.addAnswer("on-time", 0.2);
        assertThat(evidence.positiveClass())
                .as("a low score alone does not tell")
                .isNull();
        evidence.addAnswer("late", 0.7);
        assertThat(evidence.positiveClass()).isEqualTo("late");
        evidence.addAnswer("diverted", 0.9);
        assertThat(evidence.positiveClass()).as("three classes are not binary").isNull();
    }

    @Test
    void noMoreFeaturesThanTheLimitAreLookedAt() {
        VersionEvidence evidence = new VersionEvidence(1);
        assertThat(evidence.feature("a")).isNotNull();
        assertThat(evidence.feature("b")).isNull();
        assertThat(evidence.feature("a")).isSameAs(evidence.features().get("a"));
    }

    private static @Nullable InferredType first(Consumer<FeatureEvidence> values) {
        InferredFeature inferred = infer(null, values);
        return inferred == null ? null : inferred.type();
    }

    private static @Nullable InferredType widen(InferredType known, Consumer<FeatureEvidence> values) {
        InferredFeature inferred = infer(InferredFeature.of(known), values);
        return inferred == null ? null : inferred.type();
    }

    private static @Nullable InferredFeature infer(@Nullable InferredFeature known, Consumer<FeatureEvidence> values) {
        FeatureEvidence evidence = new FeatureEvidence();
        values.accept(evidence);
        return evidence.infer(known);
    }

    private static Consumer<FeatureEvidence> times(int n, Consumer<FeatureEvidence> value) {
        return evidence -> IntStream.range(0, n).forEach(i -> value.accept(evidence));
    }
}
