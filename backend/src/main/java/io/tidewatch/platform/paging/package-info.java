/** Cursor paging: a page of items and an opaque position to go on from. */
@NullMarked
package io.tidewatch.platform.paging;

import org.jspecify.annotations.NullMarked;
