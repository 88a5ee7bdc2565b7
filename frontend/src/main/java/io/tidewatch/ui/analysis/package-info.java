/** What has changed: a model's overview, drift by feature and over time, and performance with ground truth. */
@NullMarked
package io.tidewatch.ui.analysis;

import org.jspecify.annotations.NullMarked;
