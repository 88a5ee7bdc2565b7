package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import jakarta.validation.constraints.NotNull;

/** The role that a group gives in its team from now on. */
record PutGroupMappingRoleRequest(@NotNull Role role) {}
