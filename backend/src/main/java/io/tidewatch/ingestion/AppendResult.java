package io.tidewatch.ingestion;

import java.util.Arrays;

/** What became of each row of a batch. */
final class AppendResult {

    private final RowOutcome[] outcomes;
    private volatile long sequence;

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

    /** Notes the number of the log entry behind which everything of the batch is. */
    AppendResult writtenAs(long entry) {
        sequence = entry;
        return this;
    }

    /** Number of the log entry; when it is stored, all of the batch is. 0 if there is nothing to wait for. */
    long sequence() {
        return sequence;
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
        /** In the log, durably. */
        ACCEPTED,
        /** Known already with the same content; counted once. */
        DUPLICATE,
        /** Known already with other content; not stored. */
        CONFLICT
    }
}
