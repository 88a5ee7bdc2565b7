/** Measures what the SDK costs its host, beside OpenTelemetry's batch processor. */
package io.tidewatch.sdk.bench;
