package io.tidewatch.sdk.internal.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    @Test
    void matchesTheExampleOfRfc9562() {
        // Appendix A.6: time 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        assertThat(UuidV7.of(0x017F22E279B0L, 0xCC3L, 0x18C4DC0C0C07398FL))
                .isEqualTo("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    @Test
    void carriesVersionVariantAndTime() {
        qt().forAll(longs().between(0, (1L << 48) - 1), longs().all(), longs().all())
                .checkAssert((millis, high, low) -> {
                    UUID id = UUID.fromString(UuidV7.of(millis, high, low));
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
                });
    }

    @Test
    void clampsTimesOutsideTheFormat() {
        assertThat(UuidV7.of(-1, 0, 0)).startsWith("00000000-0000-7");
        assertThat(UuidV7.of(Long.MAX_VALUE, 0, 0)).startsWith("ffffffff-ffff-7");
    }

    @Test
    void doesNotRepeatItself() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(UuidV7.next(0));
        }
        assertThat(ids).hasSize(100_000);
    }
}
