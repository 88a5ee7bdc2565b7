package io.tidewatch.identity.decision;

import io.tidewatch.identity.decision.Ended.Name;
import io.tidewatch.identity.decision.Ended.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What has ended, in memory, up to a limit. Once full it takes nothing more and says so: then "not found here" means
 * nothing, and the reader has to ask elsewhere.
 */
public final class EndedTable {

    private final int limit;
    private final Map<Name, Ended> entries = new ConcurrentHashMap<>();
    private volatile boolean overflown;

    /** An empty table that holds that many entries at most. */
    public EndedTable(int limit) {
        this.limit = limit;
    }

    /** Adds an entry, or moves a known one later. */
    public void add(Ended ended) {
        if (entries.size() >= limit && !entries.containsKey(ended.name())) {
            overflown = true;
            return;
        }
        entries.merge(ended.name(), ended, (known, more) -> more.endedAt().isAfter(known.endedAt()) ? more : known);
    }

    /**
     * Whether the session, or every session of its person until then, is known here to have ended. Who signs in anew may
     * get the same session id again from the provider, with a later time of sign-in.
     *
     * @param signedInAt when the person proved who she is, or null if that is not known
     * @param issuedAt when the token was issued
     */
    public boolean contains(
            String issuer, @Nullable String sid, String subject, @Nullable Instant signedInAt, Instant issuedAt) {
        Ended session = sid == null ? null : entries.get(new Name(issuer, Scope.SESSION, sid));
        if (session != null && (signedInAt == null || !signedInAt.isAfter(session.endedAt()))) {
            return true;
        }
        Ended everything = entries.get(new Name(issuer, Scope.SUBJECT, subject));
        return everything != null && !(signedInAt == null ? issuedAt : signedInAt).isAfter(everything.endedAt());
    }

    /** Whether something found no place since the last {@link #forget}. */
    public boolean isOverflown() {
        return overflown;
    }

    /**
     * Drops what no token can refer to any more.
     *
     * @return whether the table had been full and has room again, so that it has to be filled anew
     */
    public boolean forget(Instant now) {
        entries.values().removeIf(ended -> !ended.keptUntil().isAfter(now));
        boolean room = overflown && entries.size() <= limit / 2;
        if (room) {
            overflown = false;
        }
        return room;
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }
}
