/**
 * Pure statistics kernel: the two-sample value table every method reads, and nothing that knows where its rows came from.
 */
@NullMarked
package io.tidewatch.analysis.stats;

import org.jspecify.annotations.NullMarked;
