/** The access matrix: every operation of the API, called by everybody who may and everybody who may not. */
@NullMarked
package io.tidewatch.access;

import org.jspecify.annotations.NullMarked;
