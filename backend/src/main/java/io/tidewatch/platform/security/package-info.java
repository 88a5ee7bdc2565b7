/** Who calls and what they may do: API keys, OIDC tokens, the caller of a request and the rule of each operation. */
@NullMarked
package io.tidewatch.platform.security;

import org.jspecify.annotations.NullMarked;
