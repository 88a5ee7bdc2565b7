/** Measures the way from the SDK into a running stack and back, with every flight there is. */
@NullMarked
package io.tidewatch.demo.bench;

import org.jspecify.annotations.NullMarked;
