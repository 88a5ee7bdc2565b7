/** Logging that cannot flood the host: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.log;

import org.jspecify.annotations.NullMarked;
