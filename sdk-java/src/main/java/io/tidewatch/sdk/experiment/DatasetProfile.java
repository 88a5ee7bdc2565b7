package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.registry.FeatureDefinition;
import io.tidewatch.sdk.registry.FeatureType;
import java.util.List;

/**
 * What a data set looks like, column by column. {@link DatasetProfiler} makes one from rows.
 *
 * @param rowCount rows of the data set
 * @param columns its columns, in the order in which they first had a value
 */
public record DatasetProfile(long rowCount, List<ColumnProfile> columns) {

    /** Copies the list. */
    public DatasetProfile {
        columns = List.copyOf(columns);
    }

    /**
     * The columns as features of a version's schema, by name and type. None is required and none has limits: that is for people
     * to decide. Give the result, without what is not a feature, to
     * {@link io.tidewatch.sdk.registry.VersionDefinition.Builder#features}.
     */
    public List<FeatureDefinition> features() {
        return columns.stream().map(DatasetProfile::feature).toList();
    }

    private static FeatureDefinition feature(ColumnProfile column) {
        return column.type() == FeatureType.EMBEDDING
                ? FeatureDefinition.embedding(column.name(), column.dimension())
                : FeatureDefinition.of(column.name(), column.type());
    }
}
