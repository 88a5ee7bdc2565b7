package io.tidewatch.registry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new model.
 *
 * @param key short name in addresses; never changes
 * @param task what kind of answer it gives; never changes
 * @param team key of the team that owns it
 */
record CreateModelRequest(
        @NotNull @Pattern(regexp = ModelKeys.KEY, message = ModelKeys.KEY_MESSAGE)
        String key,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description,
        @NotNull ModelTask task,
        @NotNull String team) {}
