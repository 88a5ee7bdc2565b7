package io.tidewatch.ingestion;

import io.tidewatch.registry.RegisteredModel;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where acknowledged events are, on the wire.
 *
 * @param balanced true if accepted = stored + pending + deadLettered holds in every row
 * @param accounts one row per model and kind of event
 */
record AccountingResponse(boolean balanced, List<AccountResponse> accounts) {

    /**
     * The account of one kind of events of a model.
     *
     * @param model key of the model
     * @param accepted acknowledged, repetitions not counted
     * @param stored in the event store
     * @param pending durable, but not yet in the event store
     * @param deadLettered refused by the event store and not replayed since
     * @param balanced true if accepted = stored + pending + deadLettered
     * @param deadLetters the letters that are kept, by what was done about them; null while the event store, which
     *     keeps them, does not answer
     */
    record AccountResponse(
            String model,
            String modelName,

            @Schema(enumeration = {"prediction", "ground-truth"})
            String kind,

            long accepted,
            long stored,
            long pending,
            long deadLettered,
            boolean balanced,

            @Schema(description = "null while the event store does not answer") @Nullable
            LettersResponse deadLetters) {

        static AccountResponse of(RegisteredModel model, ModelAccount account, @Nullable LettersResponse letters) {
            boolean balanced = account.accepted() == account.stored() + account.pending() + account.deadLettered()
                    && account.pending() >= 0
                    && account.deadLettered() >= 0;
            return new AccountResponse(
                    model.key(),
                    model.name(),
                    account.kind().key(),
                    account.accepted(),
                    account.stored(),
                    account.pending(),
                    account.deadLettered(),
                    balanced,
                    letters);
        }
    }

    /** Dead letters that are kept. */
    record LettersResponse(long open, long replayed, long discarded) {}

    static AccountingResponse of(List<AccountResponse> accounts) {
        return new AccountingResponse(accounts.stream().allMatch(AccountResponse::balanced), accounts);
    }
}
