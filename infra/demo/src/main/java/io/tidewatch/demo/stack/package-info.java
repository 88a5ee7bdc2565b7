/** The running stack as the demo sees it: addresses and keys from {@code stack.json}. */
@NullMarked
package io.tidewatch.demo.stack;

import org.jspecify.annotations.NullMarked;
