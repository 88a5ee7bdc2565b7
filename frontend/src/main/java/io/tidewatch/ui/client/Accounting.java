package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the acknowledged events of each model are; {@code balanced} if nothing is missing. */
public record Accounting(boolean balanced, List<Account> accounts) {

    /** One kind of events of one model: accepted = stored + pending + deadLettered. No letters while ClickHouse is away. */
    public record Account(
            String model,
            String modelName,
            String kind,
            long accepted,
            long stored,
            long pending,
            long deadLettered,
            boolean balanced,
            @Nullable Letters deadLetters) {

        /** Dead letters that wait for a decision; 0 while nobody can say. */
        public long openLetters() {
            return deadLetters == null ? 0 : deadLetters.open();
        }
    }

    /** Dead letters that are kept, by what was done about them. */
    public record Letters(long open, long replayed, long discarded) {}
}
