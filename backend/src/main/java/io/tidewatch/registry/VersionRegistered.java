package io.tidewatch.registry;

import io.tidewatch.platform.tenancy.OrganizationId;

/** A version was registered; sent after its transaction. */
public record VersionRegistered(OrganizationId organization, String modelKey, String version) {}
