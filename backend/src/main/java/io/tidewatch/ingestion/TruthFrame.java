package io.tidewatch.ingestion;

import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ground truth read back from the log.
 *
 * @param sequence number of the entry
 */
record TruthFrame(long sequence, OrganizationId organization, ModelId model, List<WaitingTruth> truths) {

    static TruthFrame of(Frame frame) {
        ByteBuffer in = frame.payload().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<WaitingTruth> truths = new ArrayList<>(frame.rows());
        for (int row = 0; row < frame.rows(); row++) {
            UUID id = new UUID(in.getLong(), in.getLong());
            String truthClass = string(in);
            double value = in.getDouble();
            long observedAt = in.getLong();
            long receivedAt = in.getLong();
            int retention = Short.toUnsignedInt(in.getShort());
            boolean deleted = in.get() == 1;
            truths.add(new WaitingTruth(id, truthClass, value, observedAt, receivedAt, retention, deleted));
        }
        return new TruthFrame(
                frame.sequence(), new OrganizationId(frame.organization()), new ModelId(frame.model()), truths);
    }

    private static String string(ByteBuffer in) {
        int length = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
