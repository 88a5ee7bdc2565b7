package io.tidewatch.ingestion;

import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.FeatureStorage;
import io.tidewatch.registry.PositionedFeature;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The feature values of one event at their positions; reused for every event of the same schema. */
final class FeatureSlots {

    private static final float[] NO_VECTOR = {};

    private final FeatureSchema schema;
    private final BitSet seen;
    private final double[] f64;
    private final float[] f32;
    private final long[] i64;
    private final @Nullable String[] cat;
    private final @Nullable String[] text;
    private final float[][] embedding;

    FeatureSlots(FeatureSchema schema) {
        this.schema = schema;
        this.seen = new BitSet(schema.features().size());
        this.f64 = new double[schema.length(FeatureStorage.F64)];
        this.f32 = new float[schema.length(FeatureStorage.F32)];
        this.i64 = new long[schema.length(FeatureStorage.I64)];
        this.cat = new String[schema.length(FeatureStorage.CAT)];
        this.text = new String[schema.length(FeatureStorage.TEXT)];
        this.embedding = new float[schema.length(FeatureStorage.EMBEDDING)][];
    }

    FeatureSchema schema() {
        return schema;
    }

    /** Makes every feature missing. */
    void clear() {
        seen.clear();
        Arrays.fill(f64, Double.NaN);
        Arrays.fill(f32, Float.NaN);
        Arrays.fill(i64, FeatureStorage.MISSING_INTEGER);
        Arrays.fill(cat, null);
        Arrays.fill(text, null);
        Arrays.fill(embedding, NO_VECTOR);
    }

    /** Notes that the event names this feature; false if it did so before. */
    boolean markNamed(int index) {
        boolean first = !seen.get(index);
        seen.set(index);
        return first;
    }

    void setF64(int position, double value) {
        f64[position] = value;
    }

    void setF32(int position, float value) {
        f32[position] = value;
    }

    void setI64(int position, long value) {
        i64[position] = value;
    }

    void setCategory(int position, @Nullable String value) {
        cat[position] = value;
    }

    void setText(int position, @Nullable String value) {
        text[position] = value;
    }

    void setEmbedding(int position, float[] value) {
        embedding[position] = value;
    }

    /** The first required feature without a value, or null. */
    @Nullable
    String firstMissingRequired() {
        for (PositionedFeature feature : schema.features()) {
            if (feature.feature().required() && isMissing(feature)) {
                return feature.name();
            }
        }
        return null;
    }

    private boolean isMissing(PositionedFeature feature) {
        int position = feature.position();
        return switch (feature.storage()) {
            case F64 -> Double.isNaN(f64[position]);
            case F32 -> Float.isNaN(f32[position]);
            case I64 -> i64[position] == FeatureStorage.MISSING_INTEGER;
            case CAT -> cat[position] == null;
            case TEXT -> text[position] == null;
            case EMBEDDING -> embedding[position].length == 0;
        };
    }

    /** Writes the six arrays in the order of the table's columns. */
    void write(RowBuffer row) {
        row.writeSize(f64.length);
        for (double value : f64) {
            row.writeDouble(value);
        }
        row.writeSize(f32.length);
        for (float value : f32) {
            row.writeFloat(value);
        }
        row.writeSize(i64.length);
        for (long value : i64) {
            row.writeLong(value);
        }
        row.writeSize(cat.length);
        for (String value : cat) {
            row.writeNullableString(value);
        }
        row.writeSize(text.length);
        for (String value : text) {
            row.writeNullableString(value);
        }
        row.writeSize(embedding.length);
        for (float[] vector : embedding) {
            row.writeSize(vector.length);
            for (float value : vector) {
                row.writeFloat(value);
            }
        }
    }
}
