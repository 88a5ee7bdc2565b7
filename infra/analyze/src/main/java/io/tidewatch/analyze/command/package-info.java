/**
 * The command line of {@code tidewatch analyze}.
 */
@NullMarked
package io.tidewatch.analyze.command;

import org.jspecify.annotations.NullMarked;
