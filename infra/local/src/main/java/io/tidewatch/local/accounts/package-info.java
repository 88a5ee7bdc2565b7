/** The accounts file, and what is made of it: Keycloak's realm, the backend's bootstrap file, the table of sign-ins. */
@NullMarked
package io.tidewatch.local.accounts;

import org.jspecify.annotations.NullMarked;
