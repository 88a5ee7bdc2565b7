/** Writing and reading JSON without a dependency: not for use outside the SDK, and free to change. */
@NullMarked
package io.tidewatch.sdk.internal.json;

import org.jspecify.annotations.NullMarked;
