/** What the values of a model's features look like: profiles of windows, and baselines pinned for comparison. */
@NullMarked
package io.tidewatch.profile;

import org.jspecify.annotations.NullMarked;
