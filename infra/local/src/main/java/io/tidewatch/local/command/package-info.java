/** The commands behind the {@code tidewatch} script: up, down and status. */
@NullMarked
package io.tidewatch.local.command;

import org.jspecify.annotations.NullMarked;
