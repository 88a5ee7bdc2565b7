package io.tidewatch.organization;

import io.tidewatch.platform.security.TeamId;
import java.time.Instant;

/**
 * A team: owns models and API keys.
 *
 * @param key short name in addresses, unique in its organization
 * @param revision counts its changes
 */
public record Team(TeamId id, String key, String name, Instant createdAt, int revision) {}
