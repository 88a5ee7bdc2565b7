/** The replay: when each flight happens again, which flights take part, the injected fault, and how far it has come. */
@NullMarked
package io.tidewatch.demo.replay;

import org.jspecify.annotations.NullMarked;
