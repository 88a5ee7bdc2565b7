/**
 * Sends the predictions of a machine-learning model, and later their ground truth, from a Java service to Tidewatch.
 *
 * <p>Start at {@link io.tidewatch.sdk.Tidewatch}. Everything that happens after {@code build()} follows four rules: it
 * never throws into the host, never makes it wait, never grows beyond its bounds, and never loses anything without
 * counting it.
 */
@NullMarked
package io.tidewatch.sdk;

import org.jspecify.annotations.NullMarked;
