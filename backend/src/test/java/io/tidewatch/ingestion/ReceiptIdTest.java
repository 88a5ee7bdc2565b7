package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptIdTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));
    private static final ModelId MODEL = new ModelId(new UUID(3, 4));
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final ReceiptId ID = new ReceiptId(EventKind.GROUND_TRUTH, 77, (AT.toEpochMilli() << 20) + 5, 1_000);

    @Test
    void isReadAsItWasWritten() {
        String text = ID.text(ORGANIZATION, MODEL);
        assertThat(text).matches("[A-Za-z0-9_-]{35}");
        assertThat(ReceiptId.parse(text, ORGANIZATION, MODEL)).isEqualTo(ID);
        assertThat(ID.at()).isEqualTo(AT);
    }

    @Test
    void isOfOneModelOfOneOrganizationOnly() {
        String text = ID.text(ORGANIZATION, MODEL);
        assertThat(ReceiptId.parse(text, new OrganizationId(new UUID(1, 3)), MODEL))
                .isNull();
        assertThat(ReceiptId.parse(text, ORGANIZATION, new ModelId(new UUID(3, 5))))
                .isNull();
    }

    @Test
    void anythingElseIsNone() {
        String text = ID.text(ORGANIZATION, MODEL);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(ReceiptId.parse(changed, ORGANIZATION, MODEL))
                    .as(changed)
                    .isNull();
        }
        for (String none : new String[] {"", "x", "%", text + "AA", text.substring(1), "ä"}) {
            assertThat(ReceiptId.parse(none, ORGANIZATION, MODEL)).as(none).isNull();
        }
    }

    @Test
    void eventsAreAddedUp() {
        ReceiptId predictions = new ReceiptId(EventKind.PREDICTION, 77, ID.entry(), 10);
        assertThat(ReceiptResponse.settled("r", predictions, 7, 2))
                .extracting(
                        ReceiptResponse::accepted,
                        ReceiptResponse::pending,
                        ReceiptResponse::stored,
                        ReceiptResponse::deadLettered,
                        ReceiptResponse::dropped)
                .containsExactly(10, 0, 7, 2, 1);
        assertThat(ReceiptResponse.settled("r", ID, 0, 1).stored()).isEqualTo(999);
        assertThat(ReceiptResponse.pending("r", predictions).pending()).isEqualTo(10);
    }
}
