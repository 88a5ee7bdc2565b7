package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import jakarta.validation.constraints.NotNull;

/** The role that a person gets. */
record PutMemberRequest(@NotNull Role role) {}
