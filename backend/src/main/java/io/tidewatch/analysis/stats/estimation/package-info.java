/**
 * Performance without ground truth: what a classifier's calibrated scores say about its own errors.
 */
@NullMarked
package io.tidewatch.analysis.stats.estimation;

import org.jspecify.annotations.NullMarked;
