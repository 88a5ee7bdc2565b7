/** Who did what to what: entries that are written with each change and never altered. */
@NullMarked
package io.tidewatch.audit;

import org.jspecify.annotations.NullMarked;
