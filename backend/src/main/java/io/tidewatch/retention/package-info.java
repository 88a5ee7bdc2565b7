/** How long events are kept, and how they are erased before that. Works on the event tables of all features. */
@NullMarked
package io.tidewatch.retention;

import org.jspecify.annotations.NullMarked;
