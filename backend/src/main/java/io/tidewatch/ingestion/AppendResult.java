package io.tidewatch.ingestion;

import java.util.Arrays;

/** What became of each row of a batch. */
final class AppendResult {

    private final RowOutcome[] outcomes;

    AppendResult(int rows) {
        outcomes = new RowOutcome[rows];
        Arrays.fill(outcomes, RowOutcome.ACCEPTED);
    }

    void set(int row, RowOutcome outcome) {
        outcomes[row] = outcome;
    }

    RowOutcome outcome(int row) {
        return outcomes[row];
    }

    int count(RowOutcome outcome) {
        int count = 0;
        for (RowOutcome each : outcomes) {
            if (each == outcome) {
                count++;
            }
        }
        return count;
    }

    /** What can become of a row. */
    enum RowOutcome {
        /** Stored, durably. */
        ACCEPTED,
        /** Known already with the same content; counted once. */
        DUPLICATE,
        /** Known already with other content; not stored. */
        CONFLICT
    }
}
