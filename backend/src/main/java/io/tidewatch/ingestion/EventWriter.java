package io.tidewatch.ingestion;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes one group of requests of one organization and one kind, and tells each of them what became of it. */
@ApplicationScoped
class EventWriter {

    private final IngestionQueries queries;
    private final BatchIds batchIds;
    private final EventAccounts accounts;

    EventWriter(IngestionQueries queries, BatchIds batchIds, EventAccounts accounts) {
        this.queries = queries;
        this.batchIds = batchIds;
        this.accounts = accounts;
    }

    /** Completes when the whole group is durable and every request of it was told. */
    Uni<Void> write(OrganizationId organization, List<EventWork> group) {
        List<EventWork.Predictions> predictions = new ArrayList<>();
        List<EventWork.Truths> truths = new ArrayList<>();
        for (EventWork work : group) {
            switch (work) {
                case EventWork.Predictions one -> predictions.add(one);
                case EventWork.Truths one -> truths.add(one);
            }
        }
        return Uni.createFrom()
                .deferred(() -> predictions.isEmpty()
                        ? writeTruths(organization, truths)
                        : writePredictions(organization, predictions));
    }

    private Uni<Void> writePredictions(OrganizationId organization, List<EventWork.Predictions> works) {
        PredictionGroup group = new PredictionGroup(
                works.stream().map(EventWork.Predictions::batch).toList());
        return forEach(
                        group.models(),
                        model -> queries.known(organization, model, group.clientIds(model))
                                .invoke(known -> known.forEach((id, stored) -> group.found(model, id, stored))))
                .invoke(group::classify)
                .chain(() -> group.acceptedCount() == 0
                        ? Uni.createFrom().voidItem()
                        : queries.insertPredictions(group, batchIds.next()))
                // After the insert: ground truth that comes from now on finds the prediction by itself.
                .chain(() -> forEach(group.models(), model -> joinWaiting(organization, model, group)))
                .invoke(() -> {
                    for (int i = 0; i < works.size(); i++) {
                        count(
                                organization,
                                works.get(i).batch().model(),
                                EventKind.PREDICTION,
                                group.results().get(i).count(RowOutcome.ACCEPTED));
                        works.get(i).done().complete(group.results().get(i));
                    }
                });
    }

    /** Also for repetitions: the request that was stored first may have failed before it came to this. */
    private Uni<Void> joinWaiting(OrganizationId organization, ModelId model, PredictionGroup group) {
        return queries.waiting(organization, model, group.clientIds(model)).chain(waiting -> {
            if (waiting.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            long batchId = batchIds.next();
            TruthRows joined = new TruthRows(organization, batchId);
            TruthRows done = new TruthRows(organization, batchId);
            for (WaitingTruth truth : waiting) {
                joined.add(model, truth, group.occurredAtMicros(model, truth.predictionId()));
                done.addWaiting(model, truth, true);
            }
            return queries.insertGroundTruth(joined, batchId).chain(() -> queries.insertWaiting(done, batchId));
        });
    }

    private Uni<Void> writeTruths(OrganizationId organization, List<EventWork.Truths> works) {
        Map<ModelId, Set<UUID>> ids = new LinkedHashMap<>();
        for (EventWork.Truths work : works) {
            Set<UUID> ofModel = ids.computeIfAbsent(work.batch().model(), ignored -> new HashSet<>());
            work.batch().truths().forEach(truth -> ofModel.add(truth.predictionId()));
        }
        Map<ModelId, Map<UUID, KnownPrediction>> known = new HashMap<>();
        return forEach(
                        ids.keySet(),
                        model -> queries.known(organization, model, ids.getOrDefault(model, Set.of()))
                                .invoke(found -> known.put(model, found)))
                .chain(() -> insertTruths(organization, works, known))
                .invoke(() -> works.forEach(work -> {
                    count(organization, work.batch().model(), EventKind.GROUND_TRUTH, work.rows());
                    work.done().complete(null);
                }));
    }

    private void count(OrganizationId organization, ModelId model, EventKind kind, int events) {
        accounts.accepted(organization, model, kind, events);
        accounts.settled(organization, model, kind, new EventAccounts.Settlement(events, 0, 0));
    }

    private Uni<Void> insertTruths(
            OrganizationId organization, List<EventWork.Truths> works, Map<ModelId, Map<UUID, KnownPrediction>> known) {
        long batchId = batchIds.next();
        TruthRows joined = new TruthRows(organization, batchId);
        TruthRows waiting = new TruthRows(organization, batchId);
        for (EventWork.Truths work : works) {
            GroundTruthBatch batch = work.batch();
            Map<UUID, KnownPrediction> ofModel = known.getOrDefault(batch.model(), Map.of());
            for (GroundTruth truth : batch.truths()) {
                WaitingTruth row = WaitingTruth.of(truth, batch);
                KnownPrediction prediction = ofModel.get(truth.predictionId());
                if (prediction == null) {
                    waiting.addWaiting(batch.model(), row, false);
                } else {
                    joined.add(batch.model(), row, prediction.occurredAtMicros());
                }
            }
        }
        Uni<Void> first = joined.isEmpty() ? Uni.createFrom().voidItem() : queries.insertGroundTruth(joined, batchId);
        return first.chain(
                () -> waiting.isEmpty() ? Uni.createFrom().voidItem() : queries.insertWaiting(waiting, batchId));
    }

    /** One after the other. */
    private static Uni<Void> forEach(Collection<ModelId> models, Function<ModelId, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(models)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
