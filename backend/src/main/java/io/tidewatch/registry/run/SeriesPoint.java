package io.tidewatch.registry.run;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A metric at one step of a run.
 *
 * @param step epoch, iteration or whatever the run counts
 */
record SeriesPoint(@NotNull @Min(0) Long step, @NotNull Double value) {}
