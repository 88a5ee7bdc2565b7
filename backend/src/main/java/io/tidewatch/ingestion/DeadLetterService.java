package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the dead letters of the models that the caller may change, replays and discards them. */
@ApplicationScoped
class DeadLetterService {

    /** Letters that one replay takes at most; the answer says if there are more. */
    static final int MAX_REPLAYED = 5_000;

    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ModelService models;
    private final DeadLetterQueries queries;
    private final DeadLetterReplay replay;
    private final EventAccounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    DeadLetterService(
            ModelService models,
            DeadLetterQueries queries,
            DeadLetterReplay replay,
            EventAccounts accounts,
            AuditLog audit,
            Clock clock) {
        this.models = models;
        this.queries = queries;
        this.replay = replay;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A letter and the key of its model. */
    record Letter(String model, StoredDeadLetter letter) {}

    /**
     * What became of letters that were to be replayed.
     *
     * @param failures those whose event was refused again
     * @param more true if there are further letters of the same choice
     */
    record Replayed(int replayed, List<Failure> failures, boolean more) {}

    /** A letter whose event was refused again, and why. */
    record Failure(DeadLetterId id, String code, String field, String detail) {}

    /** Letters newest first, without payload; of one model or of all that the caller may change. */
    Uni<Page<Letter>> list(Caller caller, @Nullable String model, DeadLetterFilter filter, PageRequest request) {
        return editable(caller, model)
                .chain(byId -> byId.isEmpty()
                        ? Uni.createFrom().item(new Page<>(List.of(), null))
                        : queries.page(caller.organization(), byId.keySet(), filter, false, request)
                                .map(rows -> request.page(
                                                rows,
                                                row -> List.of(
                                                        row.receivedAt().toString(),
                                                        Long.toUnsignedString(
                                                                row.id().batchId()),
                                                        Long.toString(row.id().index())))
                                        .map(row -> new Letter(key(byId, row), row))));
    }

    /** One letter with its payload; fails with {@code dead-letter-not-found}. */
    Uni<Letter> get(Caller caller, String id) {
        return editable(caller, null)
                .chain(byId -> byId.isEmpty() || DeadLetterId.parse(id) == null
                        ? Uni.createFrom().failure(ErrorCode.DEAD_LETTER_NOT_FOUND.problem())
                        : queries.page(caller.organization(), byId.keySet(), ofIds(List.of(id)), true, page(1))
                                .map(rows -> rows.stream()
                                        .findFirst()
                                        .map(row -> new Letter(key(byId, row), row))
                                        .orElseThrow(ErrorCode.DEAD_LETTER_NOT_FOUND::problem)));
    }

    /** Sends the events of open letters of a model again, as the caller. Blocks. */
    Replayed replay(Caller caller, String model, DeadLetterFilter filter) {
        RegisteredModel target = await(models.writable(caller, model));
        List<StoredDeadLetter> done = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        PageRequest request = page(AT_ONCE);
        boolean more = true;
        while (more && done.size() + failures.size() < MAX_REPLAYED) {
            List<StoredDeadLetter> rows =
                    await(queries.page(caller.organization(), List.of(target.id()), filter, true, request));
            Page<StoredDeadLetter> page = request.page(
                    rows,
                    row -> List.of(
                            row.receivedAt().toString(),
                            Long.toUnsignedString(row.id().batchId()),
                            Long.toString(row.id().index())));
            List<StoredDeadLetter> good = replay.send(caller, model, page.items(), failures);
            settle(caller, target.id(), good, DeadLetterResolution.REPLAYED);
            done.addAll(good);
            more = page.nextCursor() != null;
            request = more ? PageRequest.of(AT_ONCE, page.nextCursor(), AT_ONCE) : request;
        }
        record(caller, "dead-letters.replayed", model, done.size(), failures.size());
        return new Replayed(done.size(), failures, more);
    }

    /** Marks open letters of a model as not wanted. Blocks. */
    int discard(Caller caller, String model, DeadLetterFilter filter) {
        RegisteredModel target = await(models.writable(caller, model));
        int count = 0;
        List<StoredDeadLetter> rows;
        do {
            // What was discarded is open no longer, so each page is the first one.
            rows = await(queries.page(caller.organization(), List.of(target.id()), filter, false, page(AT_ONCE)));
            settle(caller, target.id(), rows, DeadLetterResolution.DISCARDED);
            count += rows.size();
        } while (rows.size() > AT_ONCE);
        record(caller, "dead-letters.discarded", model, count, 0);
        return count;
    }

    private void settle(Caller caller, ModelId model, List<StoredDeadLetter> letters, DeadLetterResolution resolution) {
        await(queries.resolve(
                caller.organization(),
                letters,
                resolution,
                clock.instant(),
                caller.actor().id()));
        if (resolution == DeadLetterResolution.REPLAYED) {
            // Its event was accepted anew, so it counts there and among the dead letters no longer.
            Map<String, Long> byKind = letters.stream()
                    .collect(Collectors.groupingBy(StoredDeadLetter::kind, HashMap::new, Collectors.counting()));
            for (EventKind kind : EventKind.values()) {
                // Letters of before the log was made were never counted here.
                long n = Math.min(
                        byKind.getOrDefault(kind.key(), 0L),
                        accounts.of(caller.organization(), model, kind).deadLettered());
                if (n > 0) {
                    accounts.settled(caller.organization(), model, kind, new EventAccounts.Settlement(0, -n, n));
                }
            }
        }
    }

    private void record(Caller caller, String action, String model, int done, int failed) {
        await(audit.record(
                caller,
                new AuditEvent(
                        action,
                        "model",
                        model,
                        Map.of("open", done + failed),
                        Map.of("letters", done, "refused", failed))));
    }

    private Uni<Map<ModelId, RegisteredModel>> editable(Caller caller, @Nullable String model) {
        if (model != null) {
            return models.writable(caller, model).map(found -> Map.of(found.id(), found));
        }
        return models.readable(caller)
                .map(all -> all.stream()
                        .filter(found -> found.isEditableBy(caller))
                        .collect(Collectors.toMap(RegisteredModel::id, Function.identity())));
    }

    private DeadLetterFilter ofIds(List<String> ids) {
        return new DeadLetterFilter(
                ids,
                null,
                null,
                "all",
                clock.instant().minus(Duration.ofDays(40)),
                clock.instant().plus(Duration.ofDays(1)));
    }

    private static String key(Map<ModelId, RegisteredModel> byId, StoredDeadLetter letter) {
        RegisteredModel model = byId.get(letter.model());
        return model == null ? "" : model.key();
    }

    private static PageRequest page(int limit) {
        return new PageRequest(limit, List.of());
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }
}
