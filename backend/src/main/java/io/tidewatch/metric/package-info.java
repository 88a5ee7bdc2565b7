/** The one time series of metric points that features write and charts, rules and exports read. Its table exists already. */
@NullMarked
package io.tidewatch.metric;

import org.jspecify.annotations.NullMarked;
