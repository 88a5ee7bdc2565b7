package io.tidewatch.organization;

import io.tidewatch.platform.tenancy.OrganizationId;
import java.time.Instant;

/**
 * A customer.
 *
 * @param key short name in addresses and headers, unique everywhere
 * @param modelsVisibleToAllTeams true if every team may read every model
 * @param accent the colour of its links and buttons
 * @param revision counts its changes
 */
public record Organization(
        OrganizationId id,
        String key,
        String name,
        boolean modelsVisibleToAllTeams,
        Accent accent,
        Instant createdAt,
        Instant updatedAt,
        int revision) {}
