package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PredictionIdsTest {

    private final PredictionIds ids = new PredictionIds(Events.ORGANIZATION, Events.MODEL, new SplittableRandom(1));

    @Test
    void aUuidIsKeptInAnyCase() {
        UUID id = UUID.fromString("01920000-abcd-7000-8000-00000000cafe");
        assertThat(ids.of(id.toString())).isEqualTo(id);
        assertThat(ids.of("01920000-ABCD-7000-8000-00000000CAFE")).isEqualTo(id);
        assertThat(PredictionIds.differs("01920000-ABCD-7000-8000-00000000CAFE", id))
                .isTrue();
        assertThat(PredictionIds.differs(id.toString(), id)).isFalse();
    }

    @Test
    void anyOtherTextLeadsToItsOwnUuidPerOrganizationAndModel() {
        UUID id = ids.of("order-17");
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(ids.of("order-17")).isEqualTo(id);
        assertThat(ids.of("order-18")).isNotEqualTo(id);
        assertThat(new PredictionIds(new OrganizationId(new UUID(9, 9)), Events.MODEL, new SplittableRandom(1))
                        .of("order-17"))
                .isNotEqualTo(id);
        assertThat(ids.of("01920000-abcd-7000-8000-00000000caf"))
                .isNotEqualTo(ids.of("01920000-abcd-7000-8000-00000000cafe"));
    }

    @Test
    void generatedIdsCarryTheirTime() {
        UUID id = ids.generate(1772269200654L);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1772269200654L);
        assertThat(ids.generate(1772269200654L)).isNotEqualTo(id);
    }
}
