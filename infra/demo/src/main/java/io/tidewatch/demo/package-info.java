/** The demo: one program that trains on real flights and replays them into a running stack. */
@NullMarked
package io.tidewatch.demo;

import org.jspecify.annotations.NullMarked;
