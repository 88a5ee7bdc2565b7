/**
 * Benchmarks of the statistics: speed of drift, false alarms and power of the verdict, accuracy of every method.
 */
@NullMarked
package io.tidewatch.analyze.bench;

import org.jspecify.annotations.NullMarked;
