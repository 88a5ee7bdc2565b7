package io.tidewatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeaturePlacesTest {

    private final ModelId model = new ModelId(new UUID(1, 1));

    @Test
    void aFeatureKeepsItsPlaceAndANewTypeGetsItsOwn() {
        FeaturePlaces first = new FeaturePlaces(model, List.of());
        assertThat(first.place(feature("a", FeatureType.FLOAT64)).position()).isZero();
        assertThat(first.place(feature("b", FeatureType.FLOAT64)).position()).isEqualTo(1);
        assertThat(first.place(feature("c", FeatureType.CATEGORY)).position()).isZero();
        assertThat(first.place(feature("d", FeatureType.BOOLEAN)).position()).isEqualTo(1);

        FeaturePlaces second = new FeaturePlaces(model, first.added());
        assertThat(second.place(feature("b", FeatureType.FLOAT64)).position()).isEqualTo(1);
        assertThat(second.place(feature("a", FeatureType.CATEGORY)).position()).isEqualTo(2);
        assertThat(second.place(feature("e", FeatureType.FLOAT64)).position()).isEqualTo(2);
        assertThat(second.added()).extracting(row -> row.name).containsExactly("a", "e");
    }

    @Test
    void aSchemaKnowsTheLengthOfItsArrays() {
        FeatureSchema schema = new FeatureSchema(
                1,
                List.of(
                        new PositionedFeature(feature("x", FeatureType.INT64), 4),
                        new PositionedFeature(feature("y", FeatureType.TIMESTAMP), 2)));
        assertThat(schema.length(FeatureStorage.I64)).isEqualTo(5);
        assertThat(schema.length(FeatureStorage.F64)).isZero();
        assertThat(schema.indexOf("y")).isEqualTo(1);
        assertThat(schema.find("z")).isNull();
    }

    private static Feature feature(String name, FeatureType type) {
        return new Feature(name, type, false, null, null, List.of(), null, null, null);
    }
}
