package io.tidewatch.ingestion;

import io.tidewatch.organization.Quota;
import io.tidewatch.platform.limit.RateLimiter.Claim;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.util.List;

/** A request that was let in. Closing it charges what the request really was. */
final class Passage implements AutoCloseable {

    private final IngestionDoor door;
    private final OrganizationId organization;
    private final Quota quota;
    private final List<Claim> claims;
    private final RateHeaders headers;
    private final CountedInput content;
    private final IngestionBody body;
    private long events;

    Passage(
            IngestionDoor door,
            OrganizationId organization,
            Quota quota,
            List<Claim> claims,
            RateHeaders headers,
            IngestionBody body) {
        this.door = door;
        this.organization = organization;
        this.quota = quota;
        this.claims = List.copyOf(claims);
        this.headers = headers;
        this.content = new CountedInput(body.content());
        this.body = new IngestionBody(
                content, body.contentType(), body.idempotencyKey(), body.contentEncoding(), body.contentLength());
    }

    OrganizationId organization() {
        return organization;
    }

    List<Claim> claims() {
        return claims;
    }

    /** The limits in force for the request. */
    Quota quota() {
        return quota;
    }

    /** What clients are told about their limits. */
    RateHeaders headers() {
        return headers;
    }

    /** The body, which counts what is read of it. */
    IngestionBody body() {
        return body;
    }

    /** Tells how many events the request had. Without it the request had none. */
    void events(long count) {
        events = count;
    }

    @Override
    public void close() {
        door.settle(this, events, content.count());
    }
}
