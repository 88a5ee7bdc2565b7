/** The demo's registered models: what each is called, how it is registered, and what it records for a flight. */
@NullMarked
package io.tidewatch.demo.feed;

import org.jspecify.annotations.NullMarked;
