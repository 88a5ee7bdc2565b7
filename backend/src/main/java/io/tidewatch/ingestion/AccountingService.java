package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AccountingResponse.AccountResponse;
import io.tidewatch.ingestion.AccountingResponse.LettersResponse;
import io.tidewatch.ingestion.DeadLetterQueries.Counts;
import io.tidewatch.ingestion.DeadLetterQueries.ModelKind;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the accounts of models and their dead letters side by side. */
@ApplicationScoped
class AccountingService {

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
                        : letters.counts(
                                        caller.organization(),
                                        readable.stream()
                                                .map(RegisteredModel::id)
                                                .toList())
                                .map(counts -> response(caller, readable, counts)));
    }

    private AccountingResponse response(Caller caller, List<RegisteredModel> readable, Map<ModelKind, Counts> counts) {
        List<AccountResponse> rows = new ArrayList<>();
        for (RegisteredModel model : readable) {
            for (EventKind kind : EventKind.values()) {
                ModelAccount account = accounts.of(caller.organization(), model.id(), kind);
                Counts ofLetters = counts.getOrDefault(new ModelKind(model.id(), kind.key()), Counts.NONE);
                rows.add(AccountResponse.of(
                        model,
                        account,
                        new LettersResponse(ofLetters.open(), ofLetters.replayed(), ofLetters.discarded())));
            }
        }
        return AccountingResponse.of(rows);
    }
}
