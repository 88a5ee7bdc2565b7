/** The bounded queue between host threads and the delivery thread: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.queue;

import org.jspecify.annotations.NullMarked;
