package io.tidewatch.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new team. */
record CreateTeamRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN, message = Keys.MESSAGE)
        String key,

        @NotBlank @Size(max = 200) String name) {}
