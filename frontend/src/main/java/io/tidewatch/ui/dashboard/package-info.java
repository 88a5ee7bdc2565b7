/** The start page: which models need attention first, in words. */
@NullMarked
package io.tidewatch.ui.dashboard;

import org.jspecify.annotations.NullMarked;
