package io.tidewatch.registry.run;

import io.tidewatch.registry.FeatureType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data of a run looked like, column by column. It is kept and answered as the client sent it.
 *
 * @param rowCount rows of the data set
 */
record DatasetProfile(
        @NotNull @Min(0) Long rowCount,
        @NotNull @Size(max = 500) List<@NotNull @Valid ColumnProfile> columns) {

    /**
     * One column.
     *
     * @param count rows with a value
     * @param missing rows without
     * @param distinct different values, absent if the client lost count
     * @param min smallest number
     * @param sd standard deviation of the sample
     * @param quantiles by rising probability
     * @param topCategories the most frequent values, most frequent first
     * @param earliest of timestamps
     * @param latest of timestamps
     */
    record ColumnProfile(
            @NotBlank @Size(max = 128) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
            String name,

            @NotNull FeatureType type,
            @NotNull @Min(0) Long count,
            @NotNull @Min(0) Long missing,
            @Nullable @Min(0) Long distinct,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,
            @Nullable @DecimalMin("0") Double sd,
            @Nullable @Size(max = 101) List<@NotNull @Valid Quantile> quantiles,
            @Nullable @Size(max = 50) List<@NotNull @Valid CategoryCount> topCategories,
            @Nullable Instant earliest,
            @Nullable Instant latest) {

        List<Quantile> quantilesOrNone() {
            return quantiles == null ? List.of() : quantiles;
        }

        List<CategoryCount> topCategoriesOrNone() {
            return topCategories == null ? List.of() : topCategories;
        }
    }

    /** The value below which a share of the numbers lies. */
    record Quantile(
            @NotNull @DecimalMin("0") @DecimalMax("1") Double probability,
            @NotNull Double value) {}

    /** How often a value occurs. */
    record CategoryCount(
            @NotNull @Size(max = 256) String value,
            @NotNull @Min(1) Long count) {}
}
