/** Predictions and ground truth from the wire to the event store, and back. */
@NullMarked
package io.tidewatch.ingestion;

import org.jspecify.annotations.NullMarked;
