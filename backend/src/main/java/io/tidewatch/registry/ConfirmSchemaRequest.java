package io.tidewatch.registry;

import io.tidewatch.registry.CreateVersionRequest.FeatureRequest;
import io.tidewatch.registry.CreateVersionRequest.Output;
import io.tidewatch.registry.CreateVersionRequest.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inferred schema as a person confirms or corrects it.
 *
 * @param features all features, in the order in which they are shown; one that is left out is no longer read
 * @param output what the version answers; may be absent for a regression
 */
record ConfirmSchemaRequest(
        @NotNull @Size(max = 2000) List<@NotNull @Valid FeatureRequest> features,
        @Nullable @Valid Output output) {

    CreateVersionRequest asVersion(String version) {
        return new CreateVersionRequest(version, null, new Schema(features), output, null, null, null, null);
    }
}
