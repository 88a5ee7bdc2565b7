/** The frame around every page: rail, top bar with organization, team, time range and search, person menu, and the page for what is not there. */
@NullMarked
package io.tidewatch.ui.shell;

import org.jspecify.annotations.NullMarked;
