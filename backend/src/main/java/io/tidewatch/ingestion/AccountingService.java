package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AccountingResponse.AccountResponse;
import io.tidewatch.ingestion.AccountingResponse.LettersResponse;
import io.tidewatch.ingestion.DeadLetterQueries.Counts;
import io.tidewatch.ingestion.DeadLetterQueries.ModelKind;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the accounts of models and their dead letters side by side. */
@ApplicationScoped
class AccountingService {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ModelService models;
    private final EventAccounts accounts;
    private final DeadLetterQueries letters;

    AccountingService(ModelService models, EventAccounts accounts, DeadLetterQueries letters) {
        this.models = models;
        this.accounts = accounts;
        this.letters = letters;
    }

    /** The accounts of the models that the caller may read. */
    Uni<AccountingResponse> of(Caller caller) {
        return models.readable(caller)
                .chain(readable -> readable.isEmpty()
                        ? Uni.createFrom().item(AccountingResponse.of(List.of()))
                        : counts(caller, readable).map(counts -> response(caller, readable, counts.orElse(null))));
    }

    /** Empty if the event store does not answer: then above all one wants to see what is pending. */
    private Uni<Optional<Map<ModelKind, Counts>>> counts(Caller caller, List<RegisteredModel> readable) {
        return letters.counts(
                        caller.organization(),
                        readable.stream().map(RegisteredModel::id).toList())
                .map(Optional::of)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .onFailure(failure -> failure instanceof ProblemException problem
                        && problem.code() == ErrorCode.EVENT_STORE_UNAVAILABLE)
                .recoverWithItem(Optional.empty());
    }

    private AccountingResponse response(
            Caller caller, List<RegisteredModel> readable, @Nullable Map<ModelKind, Counts> counts) {
        List<AccountResponse> rows = new ArrayList<>();
        for (RegisteredModel model : readable) {
            for (EventKind kind : EventKind.values()) {
                ModelAccount account = accounts.of(caller.organization(), model.id(), kind);
                rows.add(AccountResponse.of(
                        model,
                        account,
                        counts == null ? null : letters(counts, new ModelKind(model.id(), kind.key()))));
            }
        }
        return AccountingResponse.of(rows);
    }

    private static LettersResponse letters(Map<ModelKind, Counts> counts, ModelKind key) {
        Counts found = counts.getOrDefault(key, Counts.NONE);
        return new LettersResponse(found.open(), found.replayed(), found.discarded());
    }
}
