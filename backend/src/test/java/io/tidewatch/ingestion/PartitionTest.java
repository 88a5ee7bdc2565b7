package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-08T23:59:59.999999Z, 2026-03-02T00:00:00Z",
        "2026-03-01T23:59:59.999999Z, 2026-02-23T00:00:00Z",
        "1970-01-01T00:00:00Z, 1969-12-29T00:00:00Z"
    })
    void weeksBeginOnMonday(Instant time, Instant monday) {
        Partition partition = Partition.of(400, EventTime.micros(time));
        assertThat(partition.from()).isEqualTo(monday);
        assertThat(partition.to()).isEqualTo(monday.plusSeconds(7 * 86_400));
    }
}
