package io.tidewatch.registry;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merge patch of a model: what is absent stays.
 *
 * @param description an explicit null removes it
 */
@SuppressWarnings("NullableOptional") // A merge patch tells an absent member (null) from a null one (empty).
record UpdateModelRequest(
        @Nullable @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200)
        String name,

        @Nullable Optional<@Size(max = 4000) String> description) {

    void applyTo(RegisteredModelEntity entity) {
        if (name != null) {
            entity.name = name;
        }
        if (description != null) {
            entity.description = description.orElse(null);
        }
    }
}
