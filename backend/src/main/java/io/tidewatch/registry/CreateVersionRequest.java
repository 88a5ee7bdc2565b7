package io.tidewatch.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a model.
 *
 * @param version the name that events use
 * @param schema the features of its events
 * @param output what it answers; may be absent for a regression
 * @param parameters of the training, for people
 * @param metrics of the training, for people
 * @param trainedOn the window of the training data
 * @param run the logged run that made it
 */
record CreateVersionRequest(
        @NotNull @Pattern(regexp = ModelKeys.VERSION, message = ModelKeys.VERSION_MESSAGE)
        String version,

        @Nullable @Size(max = 4000) String description,
        @NotNull @Valid Schema schema,
        @Nullable @Valid Output output,
        @Nullable @Size(max = 200) Map<String, Object> parameters,
        @Nullable @Size(max = 200) Map<String, Object> metrics,
        @Nullable @Valid TrainedOn trainedOn,
        @Nullable UUID run) {

    /** The features of the version, in the order in which they are shown. */
    record Schema(@NotNull @Size(max = 2000) List<@NotNull @Valid FeatureRequest> features) {}

    /** One feature. */
    record FeatureRequest(
            @NotBlank @Size(max = 128) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
            String name,

            @NotNull FeatureType type,
            @Nullable Boolean required,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 256) String> categories,
            @Nullable @Size(max = 32) String unit,
            @Nullable @Size(max = 1000) String description,
            @Nullable @Min(1) @Max(4096) Integer dimension) {

        Feature toDomain() {
            return new Feature(
                    name,
                    type,
                    Boolean.TRUE.equals(required),
                    min,
                    max,
                    categories == null ? List.of() : categories,
                    unit,
                    description,
                    dimension);
        }
    }

    /** What the version answers. */
    record Output(
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 256) String> classes,
            @Nullable @Size(min = 1, max = 256) String positiveClass,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double threshold,
            @Nullable @Size(max = 32) String unit) {

        static final Output NONE = new Output(null, null, null, null);

        List<String> classesOrNone() {
            return classes == null ? List.of() : classes;
        }
    }

    /** The window of the training data. */
    record TrainedOn(@NotNull Instant from, @NotNull Instant to) {}

    Output outputOrNone() {
        return output == null ? Output.NONE : output;
    }
}
