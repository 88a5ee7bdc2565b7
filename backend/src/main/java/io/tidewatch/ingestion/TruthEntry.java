package io.tidewatch.ingestion;

import io.tidewatch.ingestion.log.LogEntry;
import io.tidewatch.profile.RowBuffer;
import java.util.UUID;

/** Ground truth as an entry of the log. */
final class TruthEntry implements LogEntry {

    static final int KIND = 2;
    static final int VERSION = 1;

    private static final int TYPICAL_ROW = 64;

    private final GroundTruthBatch batch;
    private final RowBuffer payload;
    private final Runnable whenLost;

    TruthEntry(GroundTruthBatch batch, Runnable whenLost) {
        this.batch = batch;
        this.whenLost = whenLost;
        this.payload = new RowBuffer(TYPICAL_ROW * batch.truths().size());
        for (GroundTruth truth : batch.truths()) {
            payload.writeUuid(truth.predictionId());
            payload.writeString(truth.truthClass() == null ? "" : truth.truthClass());
            payload.writeDouble(truth.truthValue());
            payload.writeLong(EventTime.micros(truth.observedAt()));
            payload.writeLong(batch.receivedAt().toEpochMilli());
            payload.writeUInt16(batch.retentionDays());
            payload.writeByte(truth.deleted() ? 1 : 0);
        }
    }

    /** Most bytes that the payload of a batch may have. */
    static long maxBytes(GroundTruthBatch batch) {
        return batch.truths().stream()
                .mapToLong(truth -> TYPICAL_ROW
                        + (truth.truthClass() == null
                                ? 0L
                                : 3L * truth.truthClass().length()))
                .sum();
    }

    @Override
    public int kind() {
        return KIND;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public UUID organization() {
        return batch.organization().value();
    }

    @Override
    public UUID model() {
        return batch.model().value();
    }

    @Override
    public int rows() {
        return batch.truths().size();
    }

    @Override
    public byte[] payload() {
        return payload.array();
    }

    @Override
    public int length() {
        return payload.size();
    }

    @Override
    public void stamp(long sequence) {
        // Its rows carry no number of their own.
    }

    @Override
    public void lost() {
        whenLost.run();
    }
}
