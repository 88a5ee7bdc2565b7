package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What the write-ahead log of this backend still has on disk, whether it was written to the event store or not. */
public interface LogResidue {

    /**
     * Lets go of everything that was stored, and tells when the oldest event that is left was received; empty if there is
     * none. May name an earlier time than the true one, never a later one.
     */
    Uni<Optional<Instant>> oldest();
}
