/** One HTTP exchange with the server and what its answer means: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.http;

import org.jspecify.annotations.NullMarked;
