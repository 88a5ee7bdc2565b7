/**
 * Logs training and validation runs, and registers versions with their schema, from training code.
 *
 * <p>{@link io.tidewatch.sdk.experiment.Experiments} waits for the server, in the calls that say so, and answers with an
 * {@link io.tidewatch.sdk.experiment.Outcome} instead of throwing: hours of training must not end with an exception because a
 * server was away. Everything else only collects.
 */
@NullMarked
package io.tidewatch.sdk.experiment;

import org.jspecify.annotations.NullMarked;
