package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ingestion.RecentIds.Knowledge;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private final RecentIds recent = new RecentIds(4000, 5, 77);

    @Test
    void contentTellsARepetitionFromAConflict() {
        assertThat(recent.find(key(1), 10)).isEqualTo(Knowledge.NONE);
        recent.put(key(1), 10, 100);
        assertThat(recent.find(key(1), 10)).isEqualTo(Knowledge.SAME);
        assertThat(recent.find(key(1), 11)).isEqualTo(Knowledge.OTHER);
        recent.remove(key(1));
        assertThat(recent.find(key(1), 10)).isEqualTo(Knowledge.NONE);
        recent.put(key(1), 11, 100);
        assertThat(recent.find(key(1), 11)).isEqualTo(Knowledge.SAME);
    }

    @Test
    void theCapacityIsKeptAndNoMoreIsPromisedThanHolds() {
        for (int i = 0; i < 20_000; i++) {
            recent.put(key(i), i, 100 + i);
        }
        for (int i = 16_000; i < 20_000; i++) {
            assertThat(recent.find(key(i), i)).isEqualTo(Knowledge.SAME);
        }
        assertThat(recent.find(key(1), 1)).isEqualTo(Knowledge.NONE);
        long since = recent.since();
        assertThat(since).isBetween(100L, 100L + 16_000);
        for (long i = since - 100; i < 20_000; i++) {
            assertThat(recent.find(key((int) i), i)).isEqualTo(Knowledge.SAME);
        }
    }

    @Test
    void aDayIsRemembered() {
        long hour = 3_600_000;
        for (int i = 0; i <= 48; i++) {
            recent.put(key(i), i, i * hour);
        }
        for (int i = 24; i <= 48; i++) {
            assertThat(recent.find(key(i), i)).isEqualTo(Knowledge.SAME);
        }
        assertThat(recent.find(key(10), 10)).isEqualTo(Knowledge.NONE);
        assertThat(recent.since()).isBetween(12 * hour, 24 * hour);
    }

    private long key(int id) {
        return recent.key(Events.ORGANIZATION, Events.MODEL, new UUID(7, id));
    }
}
