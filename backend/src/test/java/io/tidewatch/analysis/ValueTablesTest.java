package io.tidewatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.profile.CategoryCounts;
import io.tidewatch.profile.PresenceCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTablesTest {

    @Test
    void categoriesOfBothSidesMeetByName() {
        CategoryTable table = (CategoryTable) ValueTables.of(
                new CategoryCounts(Map.of("a", 3L, "b", 2L), 5, 7, 1),
                new CategoryCounts(Map.of("b", 4L, "c", 1L), 0, 0, 2));

        assertThat(table.referenceTotal()).isEqualTo(12);
        assertThat(table.currentTotal()).isEqualTo(5);
        assertThat(table.referenceMissing()).isEqualTo(1);
        assertThat(table.currentMissing()).isEqualTo(2);
        assertThat(table.size()).isEqualTo(4);
    }

    @Test
    void onlyTheMissingRateOfTextIsCompared() {
        CategoryTable table = (CategoryTable) ValueTables.of(new PresenceCounts(10, 5), new PresenceCounts(3, 0));
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.referenceMissing()).isEqualTo(5);
    }

    @Test
    void valuesOfDifferentKindsAreNotCompared() {
        assertThat(ValueTables.of(new PresenceCounts(1, 1), new CategoryCounts(Map.of(), 0, 0, 0)))
                .isNull();
    }
}
