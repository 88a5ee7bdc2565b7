/**
 * Univariate drift methods on value tables, each reproducing the value users know under its name.
 */
@NullMarked
package io.tidewatch.analysis.stats.method;

import org.jspecify.annotations.NullMarked;
