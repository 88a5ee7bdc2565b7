/** Load on the packaged product: starts it, sends events, and asks the engine what has come. */
@NullMarked
package io.tidewatch.load;

import org.jspecify.annotations.NullMarked;
