package io.tidewatch.organization;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Merge patch of a team. Its key stays, since addresses and programs hold it. */
record UpdateTeamRequest(
        @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 200)
        String name) {}
