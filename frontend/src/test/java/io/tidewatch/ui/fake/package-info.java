/** A small backend for tests of the frontend and for working on pages without one. */
@NullMarked
package io.tidewatch.ui.fake;

import org.jspecify.annotations.NullMarked;
