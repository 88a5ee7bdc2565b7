/**
 * The calibrated verdict: effect size corrected for sample size, dependence of rows and the number of signals judged.
 */
@NullMarked
package io.tidewatch.analysis.stats.verdict;

import org.jspecify.annotations.NullMarked;
