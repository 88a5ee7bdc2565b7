package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells senders what became of a request. Nothing is kept for it: the log and the event store know. */
@ApplicationScoped
class ReceiptService {

    static final Duration ANSWERED = Duration.ofHours(24);

    private final IngestionTargets targets;
    private final LogStore log;
    private final ClickHouse clickHouse;
    private final Clock clock;

    ReceiptService(IngestionTargets targets, LogStore log, ClickHouse clickHouse, Clock clock) {
        this.targets = targets;
        this.log = log;
        this.clickHouse = clickHouse;
        this.clock = clock;
    }

    /** Where the events of a request are; fails with {@code receipt-not-found}. */
    Uni<ReceiptResponse> get(Caller caller, String modelKey, String receipt) {
        return targets.find(caller, modelKey).chain(catalog -> {
            ReceiptId id = ReceiptId.parse(receipt, catalog.organization(), catalog.model());
            if (id == null
                    || id.at().plus(ANSWERED).isBefore(clock.instant())
                    || (id.log() == log.id() && id.entry() > log.lastEntry())) {
                throw ErrorCode.RECEIPT_NOT_FOUND.problem();
            }
            boolean here = id.log() == log.id();
            if (here && id.entry() > log.storedThrough()) {
                return Uni.createFrom().item(ReceiptResponse.pending(receipt, id));
            }
            return counts(catalog.organization(), catalog.model(), id.entry())
                    // The log of another backend: what has not arrived is pending there.
                    .map(counts -> here || counts.stored() + counts.deadLettered() > 0
                            ? ReceiptResponse.settled(receipt, id, counts.stored(), counts.deadLettered())
                            : ReceiptResponse.pending(receipt, id));
        });
    }

    private Uni<Counts> counts(OrganizationId organization, ModelId model, long entry) {
        return clickHouse
                .query("ingestion/receipt-counts", organization)
                .bind("modelId", model.value())
                .bind("batchId", entry)
                .first(row -> new Counts(row.int64("stored"), row.int64("deadLettered")))
                .map(Optional::orElseThrow);
    }

    private record Counts(long stored, long deadLettered) {}
}
