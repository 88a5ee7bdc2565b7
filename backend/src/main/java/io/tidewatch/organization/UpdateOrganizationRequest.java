package io.tidewatch.organization;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Merge patch of an organization. */
record UpdateOrganizationRequest(
        @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 200)
        String name,

        @Nullable Boolean modelsVisibleToAllTeams,
        @Nullable Accent accent) {

    UpdateOrganization toCommand() {
        return new UpdateOrganization(name, modelsVisibleToAllTeams, accent);
    }
}
