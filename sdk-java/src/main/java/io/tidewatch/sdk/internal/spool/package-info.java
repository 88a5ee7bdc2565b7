/** A bounded first-in-first-out store on disk: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.spool;

import org.jspecify.annotations.NullMarked;
