package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new group mapping: either {@code team} and {@code role}, or {@code organizationAdmin}. */
record CreateGroupMappingRequest(
        @NotBlank @Size(max = 500) String issuer,
        @NotBlank @Size(max = 500) String group,
        @Nullable String team,
        @Nullable Role role,
        @Nullable Boolean organizationAdmin) {

    @AssertTrue(message = "must name either team and role, or organizationAdmin")
    @Schema(hidden = true)
    boolean isTarget() {
        boolean admin = Boolean.TRUE.equals(organizationAdmin);
        return admin ? team == null && role == null : team != null && role != null;
    }
}
