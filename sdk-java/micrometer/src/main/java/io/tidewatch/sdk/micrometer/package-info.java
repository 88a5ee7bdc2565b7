/** Micrometer meters of the SDK. */
@NullMarked
package io.tidewatch.sdk.micrometer;

import org.jspecify.annotations.NullMarked;
