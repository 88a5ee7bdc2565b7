/** Limits of how much a caller may do per second, kept in bounded memory. */
@NullMarked
package io.tidewatch.platform.limit;

import org.jspecify.annotations.NullMarked;
