/** The signed-in person's own page: time zone, theme, addresses for notifications, sessions. */
@NullMarked
package io.tidewatch.ui.profile;

import org.jspecify.annotations.NullMarked;
