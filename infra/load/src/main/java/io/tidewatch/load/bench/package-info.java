/** Benchmarks of ingestion and storage against the engine's own speed, in the same run. */
@NullMarked
package io.tidewatch.load.bench;

import org.jspecify.annotations.NullMarked;
