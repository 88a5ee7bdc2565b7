/** What the predictions of a model say about it: volume, drift against a baseline, and performance with ground truth. */
@NullMarked
package io.tidewatch.analysis;

import org.jspecify.annotations.NullMarked;
