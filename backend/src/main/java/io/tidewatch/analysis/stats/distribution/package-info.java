/**
 * Distribution functions that commons-math3 lacks or computes too slowly for windows of millions of rows.
 */
@NullMarked
package io.tidewatch.analysis.stats.distribution;

import org.jspecify.annotations.NullMarked;
