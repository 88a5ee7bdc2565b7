package io.tidewatch.profile;

import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.util.List;

/** Rows of baseline_value and baseline_block in RowBinary. */
final class BaselineRows {

    private static final int NUMBER = 1;
    private static final int CATEGORY = 2;
    private static final int MISSING = 3;
    private static final int POOLED = 4;

    private final OrganizationId organization;
    private final ModelId model;
    private final BaselineId baseline;
    private final RowBuffer values = new RowBuffer(4096);
    private final RowBuffer blocks = new RowBuffer(4096);

    BaselineRows(OrganizationId organization, ModelId model, BaselineId baseline) {
        this.organization = organization;
        this.model = model;
        this.baseline = baseline;
    }

    void addValues(String signal, ValueCounts counts) {
        switch (counts) {
            case NumberCounts numbers -> {
                for (int row = 0; row < numbers.size(); row++) {
                    add(signal, NUMBER, numbers.value(row), "", numbers.count(row));
                }
                // Infinite values are numbers too.
                if (numbers.infinite() > 0) {
                    add(signal, NUMBER, Double.POSITIVE_INFINITY, "", numbers.infinite());
                }
            }
            case CategoryCounts categories -> {
                categories.counts().forEach((label, n) -> add(signal, CATEGORY, 0, label, n));
                if (categories.pooledCount() > 0) {
                    add(signal, POOLED, (double) categories.pooledCategories(), "", categories.pooledCount());
                }
            }
            case PresenceCounts presence -> add(signal, POOLED, 0, "", presence.present());
        }
        if (counts.missing() > 0) {
            add(signal, MISSING, 0, "", counts.missing());
        }
    }

    void addBlocks(String signal, List<long[]> units) {
        for (int unit = 0; unit < units.size(); unit++) {
            identity(blocks, signal);
            blocks.writeInt(unit);
            blocks.writeSize(units.get(unit).length);
            for (long count : units.get(unit)) {
                blocks.writeLong(count);
            }
        }
    }

    boolean hasBlocks() {
        return blocks.size() > 0;
    }

    BinaryInsert.Body values() {
        return out -> out.write(values.array(), 0, values.size());
    }

    BinaryInsert.Body blocks() {
        return out -> out.write(blocks.array(), 0, blocks.size());
    }

    private void add(String signal, int kind, double number, String label, long n) {
        identity(values, signal);
        values.writeByte(kind);
        values.writeDouble(number);
        values.writeString(label);
        values.writeLong(n);
    }

    private void identity(RowBuffer rows, String signal) {
        rows.writeUuid(organization.value());
        rows.writeUuid(model.value());
        rows.writeUuid(baseline.value());
        rows.writeString(signal);
    }
}
