package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.platform.security.KeyedHash;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErasedEntitiesTest {

    private static final byte[] KEY = new byte[KeyedHash.KEY_LENGTH];
    private static final Instant ERASED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant BEFORE = ERASED.minusSeconds(1);
    private static final Instant AFTER = ERASED.plusSeconds(1);

    private final ErasedEntities erased =
            ErasedEntities.of(KEY, Map.of(new KeyedHash(KEY).of("customer-1"), ERASED), null);

    @Test
    void anEventThatOccurredOrWasReceivedBeforeIsCovered() {
        assertThat(erased.covers("customer-1", BEFORE, BEFORE)).isTrue();
        // A late sender, and an event of the log that is written again.
        assertThat(erased.covers("customer-1", BEFORE, AFTER)).isTrue();
        assertThat(erased.covers("customer-1", AFTER, BEFORE)).isTrue();
        assertThat(erased.covers("customer-1", AFTER, AFTER)).isFalse();
    }

    @Test
    void otherEntitiesAndEventsWithoutOneAreNot() {
        assertThat(erased.covers("customer-10", BEFORE, BEFORE)).isFalse();
        assertThat(erased.covers("", BEFORE, BEFORE)).isFalse();
        assertThat(ErasedEntities.NONE.covers("customer-1", BEFORE, BEFORE)).isFalse();
        assertThat(ErasedEntities.NONE.isEmpty()).isTrue();
    }

    @Test
    void everythingOfAnErasedOrganizationIsCovered() {
        ErasedEntities all = ErasedEntities.of(KEY, Map.of(), ERASED);
        assertThat(all.isEmpty()).isFalse();
        assertThat(all.covers("", BEFORE, AFTER)).isTrue();
        assertThat(all.covers("customer-1", AFTER, AFTER)).isFalse();
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThat(new KeyedHash(other).of("customer-1")).hasSize(64).isNotEqualTo(new KeyedHash(KEY).of("customer-1"));
    }
}
