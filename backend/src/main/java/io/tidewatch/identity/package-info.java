/** How people get in and out: OIDC providers, their sessions and the end of those, and what a person prefers. */
@NullMarked
package io.tidewatch.identity;

import org.jspecify.annotations.NullMarked;
