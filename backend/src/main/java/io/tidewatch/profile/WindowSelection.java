package io.tidewatch.profile;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which predictions of a model are looked at.
 *
 * @param from start, inclusive
 * @param to end, exclusive
 * @param version only this version, null for all
 * @param environment only this environment, null for all
 */
public record WindowSelection(
        OrganizationId organization,
        ModelId model,
        Instant from,
        Instant to,
        @Nullable String version,
        @Nullable String environment) {

    /** The version as statements take it: empty for all. */
    public String versionOrAll() {
        return version == null ? "" : version;
    }

    /** The environment as statements take it: empty for all. */
    public String environmentOrAll() {
        return environment == null ? "" : environment;
    }
}
