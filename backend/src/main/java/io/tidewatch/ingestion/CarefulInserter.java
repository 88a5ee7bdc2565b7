package io.tidewatch.ingestion;

import io.tidewatch.ingestion.StorePatience.StoreAwayException;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.RefusedRowsException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows until they are stored. What the store refuses is halved until the guilty events stand alone; these become
 * dead letters. After a try whose outcome is unknown, what is stored is looked up before anything is sent again.
 */
final class CarefulInserter {

    private static final Logger LOG = Logger.getLogger(CarefulInserter.class);
    private static final long HALT_MILLIS = 60_000;

    private final IngestionQueries queries;
    private final StorePatience patience;
    private final PoisonBudget budget = new PoisonBudget();
    private volatile @Nullable String halt;

    CarefulInserter(IngestionQueries queries, StorePatience patience) {
        this.queries = queries;
        this.patience = patience;
    }

    /** Why nothing is stored although the store answers; null if all is well. */
    @Nullable
    String halt() {
        return halt;
    }

    /** Stores all rows, or makes dead letters of them. */
    void insert(Unit unit) {
        Unit left = unit;
        for (int attempt = 0; left.size() > 0; attempt++) {
            Unit now = left;
            try {
                patience.once(() -> queries.insert(now.insert()));
                budget.stored(now.size());
                halt = null;
                return;
            } catch (RefusedRowsException e) {
                if (now.size() > 1) {
                    int half = now.size() / 2;
                    insert(now.slice(0, half));
                    insert(now.slice(half, now.size()));
                    return;
                }
                if (budget.mayRefuse()) {
                    halt = null;
                    bury(now.letter(DeadLetter.REFUSED, e.detail()));
                    now.refused();
                    return;
                }
                halt(e);
            } catch (StoreAwayException e) {
                patience.pause(attempt, e);
                left = now.withoutStored();
            }
        }
    }

    /** Keeps a dead letter. */
    void bury(DeadLetter letter) {
        LOG.warnf(
                "Event %d of entry %d of model %s of organization %s becomes a dead letter: %s",
                letter.index(), letter.batchId(), letter.model(), letter.organization(), letter.reason());
        patience.untilDone(() -> queries.insert(DeadLetterRows.insert(List.of(letter))));
    }

    private void halt(RefusedRowsException reason) {
        String text = "The event store refuses too many events; the writer stops and tries again each minute: "
                + reason.detail();
        if (halt == null) {
            LOG.error(text);
        }
        halt = text;
        patience.sleep(HALT_MILLIS);
    }

    /** Rows of one table and partition. */
    interface Unit {

        int size();

        Unit slice(int from, int to);

        BinaryInsert insert();

        /** Those that the store does not have. */
        Unit withoutStored();

        /** The only row as a dead letter. */
        DeadLetter letter(String reason, String detail);

        /** Tells that the only row is a dead letter now. */
        void refused();
    }
}
