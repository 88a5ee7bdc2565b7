package io.tidewatch.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Merge patch of a model: what is absent stays, an explicit null removes. A class, because a record can't tell these. */
class UpdateModelRequest {

    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
    @Size(max = 200)
    private @Nullable String name;

    @Size(max = 4000)
    private @Nullable String description;

    // Not of the document: only whether the property was there.
    @Schema(hidden = true)
    private boolean changesDescription;

    @JsonProperty
    void setName(@Nullable String name) {
        this.name = name;
    }

    @JsonProperty
    void setDescription(@Nullable String description) {
        this.description = description;
        this.changesDescription = true;
    }

    void applyTo(RegisteredModelEntity entity) {
        if (name != null) {
            entity.name = name;
        }
        if (changesDescription) {
            entity.description = description;
        }
    }
}
