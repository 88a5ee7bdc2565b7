package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.PredictionQueries.PagePosition;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.FeatureSchema;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Reads stored predictions back, with what became of them. */
@ApplicationScoped
class PredictionService {

    // The list is read in slices of time from its end, so that a page of a long window does not sort all of it.
    private static final Duration FIRST_SLICE = Duration.ofHours(1);
    private static final int SLICE_GROWTH = 8;

    private final ModelService models;
    private final ModelVersionService versions;
    private final PredictionQueries queries;
    private final IngestionQueries index;
    private final RandomGenerator random;

    PredictionService(
            ModelService models,
            ModelVersionService versions,
            PredictionQueries queries,
            IngestionQueries index,
            RandomGenerator random) {
        this.models = models;
        this.versions = versions;
        this.queries = queries;
        this.index = index;
        this.random = random;
    }

    /** A page of the predictions of a window, newest first. */
    Uni<Page<StoredPrediction>> page(Caller caller, String modelKey, PredictionFilter filter, PageRequest request) {
        PagePosition start = request.isFirst()
                ? PagePosition.first(filter.to())
                : new PagePosition(request.instant(0), request.uuid(1));
        return models.readable(caller, modelKey).chain(model -> {
            WindowSelection window = new WindowSelection(
                    caller.organization(),
                    model.id(),
                    filter.from(),
                    filter.to(),
                    filter.version(),
                    filter.environment());
            Reader reader = new Reader(window, start, request.limit() + 1);
            return schemas(caller.organization(), model.id())
                    .chain(schemas -> reader.read(schemas, FIRST_SLICE))
                    .map(rows -> request.page(
                            rows,
                            row -> List.of(
                                    row.occurredAt().toString(), row.storedId().toString())))
                    .chain(page -> withTruth(window, page.items()).map(items -> new Page<>(items, page.nextCursor())));
        });
    }

    /** One prediction by the client's id; fails with {@code prediction-not-found}. */
    Uni<StoredPrediction> get(Caller caller, String modelKey, String predictionId) {
        return models.readable(caller, modelKey).chain(model -> find(caller, model, predictionId));
    }

    private Uni<StoredPrediction> find(Caller caller, RegisteredModel model, String predictionId) {
        if (predictionId.isEmpty() || predictionId.length() > PredictionIds.MAX_LENGTH) {
            throw notFound();
        }
        UUID id = new PredictionIds(caller.organization(), model.id(), random).of(predictionId);
        return index.known(caller.organization(), model.id(), List.of(id)).chain(known -> {
            KnownPrediction prediction = known.get(id);
            if (prediction == null) {
                throw notFound();
            }
            Instant at = EventTime.ofMicros(prediction.occurredAtMicros());
            WindowSelection window = new WindowSelection(
                    caller.organization(), model.id(), at, at.plus(1, ChronoUnit.MICROS), null, null);
            return schemas(caller.organization(), model.id())
                    .chain(schemas -> queries.page(window, PagePosition.first(window.to()), List.of(id), 1, schemas))
                    .chain(found -> withTruth(window, found))
                    .map(found -> found.stream().findFirst().orElseThrow(PredictionService::notFound));
        });
    }

    private static ProblemException notFound() {
        return ErrorCode.PREDICTION_NOT_FOUND.problem();
    }

    private Uni<Map<Integer, FeatureSchema>> schemas(OrganizationId organization, ModelId model) {
        return versions.all(organization, model)
                .map(all -> all.stream()
                        .flatMap(version -> version.schemas().stream())
                        .collect(Collectors.toMap(FeatureSchema::id, schema -> schema)));
    }

    private Uni<List<StoredPrediction>> withTruth(WindowSelection window, List<StoredPrediction> predictions) {
        if (predictions.isEmpty()) {
            return Uni.createFrom().item(predictions);
        }
        List<UUID> ids = predictions.stream().map(StoredPrediction::storedId).toList();
        Instant newest = predictions.getFirst().occurredAt();
        Instant oldest = predictions.getLast().occurredAt();
        WindowSelection part = new WindowSelection(
                window.organization(), window.model(), oldest, newest.plus(1, ChronoUnit.MICROS), null, null);
        return queries.groundTruth(part, ids)
                .map(truths -> predictions.stream()
                        .map(prediction -> prediction.with(truths.get(prediction.storedId())))
                        .toList());
    }

    /** Reads one page, slice by slice. */
    private final class Reader {

        private final WindowSelection window;
        private final int limit;
        private final List<StoredPrediction> rows = new ArrayList<>();
        private final PagePosition start;
        private Instant end;

        Reader(WindowSelection window, PagePosition start, int limit) {
            this.window = window;
            this.start = start;
            this.limit = limit;
            Instant afterStart = start.occurredAt().plus(1, ChronoUnit.MICROS);
            this.end = afterStart.isBefore(window.to()) ? afterStart : window.to();
        }

        Uni<List<StoredPrediction>> read(Map<Integer, FeatureSchema> schemas, Duration slice) {
            if (!window.from().isBefore(end)) {
                return Uni.createFrom().item(rows);
            }
            Instant wanted = end.minus(slice);
            Instant from = wanted.isBefore(window.from()) ? window.from() : wanted;
            WindowSelection part = new WindowSelection(
                    window.organization(), window.model(), from, end, window.version(), window.environment());
            return queries.page(part, start, List.of(), limit - rows.size(), schemas)
                    .chain(found -> {
                        rows.addAll(found);
                        end = from;
                        return rows.size() >= limit
                                ? Uni.createFrom().item(rows)
                                : read(schemas, slice.multipliedBy(SLICE_GROWTH));
                    });
        }
    }
}
