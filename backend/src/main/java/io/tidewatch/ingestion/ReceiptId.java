package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Names a request whose events are in a log, and holds all that is needed to find them again. It opens nothing: what it
 * leads to is looked up among the rows of the organization and model that were asked for, and their ids are part of its
 * checksum.
 *
 * @param log number of the log
 * @param entry number of the entry behind which all events are
 * @param accepted events in that entry
 */
record ReceiptId(EventKind kind, long log, long entry, int accepted) {

    private static final byte VERSION = 1;
    private static final byte OF_PREDICTIONS = 1;
    private static final byte OF_GROUND_TRUTH = 2;
    private static final int CHECKED = 2 + 2 * Long.BYTES + Integer.BYTES;
    private static final int BYTES = CHECKED + Integer.BYTES;
    private static final int MILLIS_SHIFT = 20;

    /** Reads an id of a model; null for a text that is none. */
    static @Nullable ReceiptId parse(String text, OrganizationId organization, ModelId model) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length != BYTES || bytes[0] != VERSION) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean good = in.getInt(CHECKED) == checksum(bytes, organization, model);
        EventKind kind = bytes[1] == OF_PREDICTIONS ? EventKind.PREDICTION : EventKind.GROUND_TRUTH;
        return good ? new ReceiptId(kind, in.getLong(2), in.getLong(10), in.getInt(18)) : null;
    }

    /** The id as clients see it. */
    String text(OrganizationId organization, ModelId model) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer out = ByteBuffer.wrap(bytes)
                .put(VERSION)
                .put(kind == EventKind.PREDICTION ? OF_PREDICTIONS : OF_GROUND_TRUTH)
                .putLong(log)
                .putLong(entry)
                .putInt(accepted);
        out.putInt(checksum(bytes, organization, model));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** When the events were acknowledged. */
    Instant at() {
        return Instant.ofEpochMilli(entry >> MILLIS_SHIFT);
    }

    private static int checksum(byte[] bytes, OrganizationId organization, ModelId model) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, CHECKED);
        checksum.update(ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(organization.value().getMostSignificantBits())
                .putLong(organization.value().getLeastSignificantBits())
                .putLong(model.value().getMostSignificantBits())
                .putLong(model.value().getLeastSignificantBits())
                .flip());
        return (int) checksum.getValue();
    }
}
