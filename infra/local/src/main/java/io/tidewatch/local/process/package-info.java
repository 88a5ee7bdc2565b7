/** Child processes that never outlive their launcher, with logs, readiness and memory use. */
@NullMarked
package io.tidewatch.local.process;

import org.jspecify.annotations.NullMarked;
