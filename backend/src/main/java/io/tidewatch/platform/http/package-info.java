/** The edge of the HTTP server: trace ids, refused paths, body limit and security headers. */
@NullMarked
package io.tidewatch.platform.http;

import org.jspecify.annotations.NullMarked;
