/** What a page's address says: organization, team, time range, version, environment; and how to get from page to page with it. */
@NullMarked
package io.tidewatch.ui.navigation;

import org.jspecify.annotations.NullMarked;
