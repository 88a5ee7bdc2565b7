/**
 * Data quality: what the values of a column look like, what a baseline lets one expect of them, and where they break it.
 */
@NullMarked
package io.tidewatch.analysis.stats.quality;

import org.jspecify.annotations.NullMarked;
