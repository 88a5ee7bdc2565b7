/** The page that explains every number. */
@NullMarked
package io.tidewatch.ui.definitions;

import org.jspecify.annotations.NullMarked;
