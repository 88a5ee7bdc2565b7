/** Who is signed in: binds the OIDC identity of every request to the HTTP session, guards navigation, and ends sessions on both sides. */
@NullMarked
package io.tidewatch.ui.identity;

import org.jspecify.annotations.NullMarked;
