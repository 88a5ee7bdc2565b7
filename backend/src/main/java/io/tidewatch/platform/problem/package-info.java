/** Every error a client can see: one enum of codes, one exception, one mapper to problem details (RFC 9457). */
@NullMarked
package io.tidewatch.platform.problem;

import org.jspecify.annotations.NullMarked;
