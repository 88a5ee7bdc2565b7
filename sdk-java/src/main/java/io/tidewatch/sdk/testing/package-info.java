/** For users' own tests: a client that keeps what was recorded instead of sending it. */
@NullMarked
package io.tidewatch.sdk.testing;

import org.jspecify.annotations.NullMarked;
