/** Refuses unknown settings at start and says which settings are in force. */
@NullMarked
package io.tidewatch.platform.configuration;

import org.jspecify.annotations.NullMarked;
