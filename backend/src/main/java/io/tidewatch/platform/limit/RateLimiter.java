package io.tidewatch.platform.limit;

import io.tidewatch.platform.limit.decision.Rate;
import io.tidewatch.platform.limit.decision.TokenBucket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets of many keys. Memory is bounded: of more keys than fit, one whose bucket is full is forgotten, which
 * changes nothing for it; if none is, the one that was used least recently.
 */
public final class RateLimiter {

    private static final int LOOKED_AT = 16;

    private final Clock clock;
    private final int maxKeys;
    private final LinkedHashMap<String, Kept> buckets = new LinkedHashMap<>(64, 0.75f, true);

    /** For at most this many keys. */
    public RateLimiter(Clock clock, int maxKeys) {
        this.clock = clock;
        this.maxKeys = maxKeys;
    }

    /**
     * One bucket that a request draws on.
     *
     * @param key whose bucket
     * @param policy what the limit is called towards clients
     * @param amount what is taken at once; {@link #settle} corrects it when the true amount is known
     */
    public record Claim(String key, String policy, Rate rate, long amount) {}

    /**
     * What became of a request's claims.
     *
     * @param refusedBy the claim whose bucket makes the request wait longest, or null if it may pass
     * @param retryAfter when every bucket admits again; zero if it may pass
     * @param states the buckets of the claims, in their order
     */
    public record Verdict(@Nullable Claim refusedBy, Duration retryAfter, List<State> states) {

        public Verdict {
            states = List.copyOf(states);
        }

        /** True if the request may pass. */
        public boolean admitted() {
            return refusedBy == null;
        }
    }

    /** A bucket as clients are told about it. */
    public record State(Claim claim, long remaining, Duration untilFull) {}

    /** Takes all claims if every bucket admits, else none. */
    public synchronized Verdict admit(List<Claim> claims) {
        long now = clock.millis();
        Claim refusedBy = null;
        Duration retryAfter = Duration.ZERO;
        for (Claim claim : claims) {
            Duration wait = bucket(claim, now).untilAdmits(claim.rate());
            if (wait.compareTo(retryAfter) > 0) {
                refusedBy = claim;
                retryAfter = wait;
            }
        }
        if (refusedBy == null) {
            claims.forEach(claim -> charge(claim, claim.amount(), now));
        }
        return new Verdict(refusedBy, retryAfter, states(claims, now));
    }

    /** Charges what a claim took beyond its first amount, or gives back what it did not take. */
    public synchronized void settle(Claim claim, long trueAmount) {
        charge(claim, trueAmount - claim.amount(), clock.millis());
    }

    /** The buckets as they are, without taking anything. */
    public synchronized List<State> look(List<Claim> claims) {
        return states(claims, clock.millis());
    }

    /** How many keys are in memory. */
    public synchronized int size() {
        return buckets.size();
    }

    private List<State> states(List<Claim> claims, long now) {
        List<State> states = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            TokenBucket bucket = bucket(claim, now);
            states.add(new State(claim, bucket.remaining(), bucket.untilFull(claim.rate())));
        }
        return states;
    }

    private TokenBucket bucket(Claim claim, long now) {
        Kept kept = buckets.get(claim.key());
        return kept == null
                ? TokenBucket.full(claim.rate(), now)
                : kept.bucket().at(claim.rate(), now);
    }

    private void charge(Claim claim, long amount, long now) {
        buckets.put(claim.key(), new Kept(bucket(claim, now).charge(claim.rate(), (double) amount), claim.rate()));
        if (buckets.size() > maxKeys) {
            forgetOne(now);
        }
    }

    private void forgetOne(long now) {
        Iterator<Map.Entry<String, Kept>> oldest = buckets.entrySet().iterator();
        String leastRecent = null;
        for (int i = 0; i < LOOKED_AT && oldest.hasNext(); i++) {
            Map.Entry<String, Kept> entry = oldest.next();
            Kept kept = entry.getValue();
            if (leastRecent == null) {
                leastRecent = entry.getKey();
            }
            if (kept.bucket().at(kept.rate(), now).isFull(kept.rate())) {
                oldest.remove();
                return;
            }
        }
        buckets.remove(leastRecent);
    }

    private record Kept(TokenBucket bucket, Rate rate) {}
}
