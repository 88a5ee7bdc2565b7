/** Pure decisions about rates: token buckets as values, with the time passed in. */
@NullMarked
package io.tidewatch.platform.limit.decision;

import org.jspecify.annotations.NullMarked;
