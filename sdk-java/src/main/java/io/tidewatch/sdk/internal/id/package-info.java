/** Identifiers made in the client: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.id;

import org.jspecify.annotations.NullMarked;
