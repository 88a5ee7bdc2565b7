/** Statistics of a stream of values in bounded memory: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.profile;

import org.jspecify.annotations.NullMarked;
