/**
 * Performance of models against ground truth: binary, multiclass, regression, ranking and business value, each with its
 * confidence interval.
 */
@NullMarked
package io.tidewatch.analysis.stats.performance;

import org.jspecify.annotations.NullMarked;
