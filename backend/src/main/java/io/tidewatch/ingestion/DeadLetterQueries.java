package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dead letters in ClickHouse. */
@ApplicationScoped
class DeadLetterQueries {

    private static final String RESOLUTION = "dead_letter_resolution";
    private static final List<String> RESOLUTION_COLUMNS = List.of(
            "organization_id",
            "model_id",
            "received_at",
            "batch_id",
            "event_index",
            "resolution",
            "resolved_at",
            "resolved_by");
    private static final Instant AFTER_ALL = Instant.parse("2261-01-01T00:00:00Z");

    private final ClickHouse clickHouse;

    DeadLetterQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** How many letters of a kind of event of a model there are, by what was done about them. */
    record Counts(long open, long replayed, long discarded) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /** The kind of events of a model. */
    record ModelKind(ModelId model, String kind) {}

    /** Letters newest first: one more than the page if there are more. */
    Uni<List<StoredDeadLetter>> page(
            OrganizationId organization,
            Collection<ModelId> models,
            DeadLetterFilter filter,
            boolean withPayload,
            PageRequest request) {
        boolean first = request.isFirst();
        return clickHouse
                .query("ingestion/dead-letters-page", organization)
                .bind("modelIds", ids(models))
                .between(filter.from(), filter.to())
                .bind("ids", filter.ids())
                .bind("reason", filter.reason() == null ? "" : filter.reason())
                .bind("kind", filter.kind() == null ? "" : filter.kind().key())
                .bind("state", filter.state())
                .bind("withPayload", withPayload)
                .bind("beforeTime", first ? AFTER_ALL : request.instant(0))
                .bind("beforeBatch", first ? "0" : Long.toUnsignedString(Long.parseUnsignedLong(request.text(1))))
                .bind("beforeIndex", first ? 0 : request.number(2))
                .bind("limit", request.limit() + 1)
                .list(StoredDeadLetter::of);
    }

    /** Counts per model and kind of event; absent where there is none. */
    Uni<Map<ModelKind, Counts>> counts(OrganizationId organization, Collection<ModelId> models) {
        Map<ModelKind, Counts> counts = new HashMap<>();
        return clickHouse
                .query("ingestion/dead-letter-counts", organization)
                .bind("modelIds", ids(models))
                .forEach(row -> counts.put(
                        new ModelKind(new ModelId(row.uuid("modelId")), row.string("kind")),
                        new Counts(row.int64("open"), row.int64("replayed"), row.int64("discarded"))))
                .replaceWith(counts);
    }

    /** Notes what was done about letters. */
    Uni<Void> resolve(
            OrganizationId organization,
            List<StoredDeadLetter> letters,
            DeadLetterResolution resolution,
            Instant at,
            String by) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        RowBuffer rows = new RowBuffer(letters.size() * 128);
        for (StoredDeadLetter letter : letters) {
            rows.writeUuid(organization.value());
            rows.writeUuid(letter.model().value());
            rows.writeLong(letter.receivedAt().toEpochMilli());
            rows.writeLong(letter.id().batchId());
            rows.writeInt((int) letter.id().index());
            rows.writeByte(resolution.stored());
            rows.writeLong(at.toEpochMilli());
            rows.writeString(by);
        }
        String token = RESOLUTION + ":" + UUID.nameUUIDFromBytes(java.util.Arrays.copyOf(rows.array(), rows.size()));
        return clickHouse
                .insert(new BinaryInsert(
                        RESOLUTION, RESOLUTION_COLUMNS, token, out -> out.write(rows.array(), 0, rows.size())))
                .replaceWithVoid();
    }

    private static List<UUID> ids(Collection<ModelId> models) {
        return models.stream().map(ModelId::value).toList();
    }
}
