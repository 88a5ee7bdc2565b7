package io.tidewatch.organization;

import io.tidewatch.organization.Quota.KeyQuota;
import io.tidewatch.platform.limit.decision.Rate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Row of quota. */
@Entity
@Table(name = "quota")
@NullUnmarked // Hibernate fills the fields after construction.
class QuotaEntity {

    /** Stands for the organization as a whole. */
    static final String ORGANIZATION = "";

    @Id
    @Column(name = "api_key_id")
    String apiKeyId;

    @Column(name = "events_per_second")
    Long eventsPerSecond;

    @Column(name = "event_burst")
    Long eventBurst;

    @Column(name = "bytes_per_second")
    Long bytesPerSecond;

    @Column(name = "byte_burst")
    Long byteBurst;

    @Column(name = "events_per_month")
    Long eventsPerMonth;

    @Column(name = "pending_share")
    Double pendingShare;

    @Column(name = "max_body_bytes")
    Long maxBodyBytes;

    @Column(name = "max_features")
    Integer maxFeatures;

    @Column(name = "updated_at")
    Instant updatedAt;

    QuotaLimits limits() {
        return new QuotaLimits(
                eventsPerSecond,
                eventBurst,
                bytesPerSecond,
                byteBurst,
                eventsPerMonth,
                pendingShare,
                maxBodyBytes,
                maxFeatures);
    }

    void set(QuotaLimits limits, Instant now) {
        eventsPerSecond = limits.eventsPerSecond();
        eventBurst = limits.eventBurst();
        bytesPerSecond = limits.bytesPerSecond();
        byteBurst = limits.byteBurst();
        eventsPerMonth = limits.eventsPerMonth();
        pendingShare = limits.pendingShare();
        maxBodyBytes = limits.maxBodyBytes();
        maxFeatures = limits.maxFeatures();
        updatedAt = now;
    }

    KeyQuota toKeyQuota() {
        return new KeyQuota(rate(eventsPerSecond, eventBurst, 0, 0), rate(bytesPerSecond, byteBurst, 0, 0));
    }

    /** A rate of its own or the default; without a burst of its own, ten seconds' worth at once. */
    static @Nullable Rate rate(@Nullable Long own, @Nullable Long ownBurst, long defaultPerSecond, long defaultBurst) {
        long perSecond = own == null ? defaultPerSecond : own;
        if (perSecond == 0) {
            return null;
        }
        if (ownBurst != null) {
            return new Rate(perSecond, ownBurst);
        }
        return new Rate(perSecond, own == null ? defaultBurst : Math.multiplyExact(own, 10L));
    }
}
