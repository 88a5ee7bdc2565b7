/** Starts PostgreSQL, ClickHouse, Keycloak and Tidewatch itself on one machine, as child processes of the caller. */
@NullMarked
package io.tidewatch.local;

import org.jspecify.annotations.NullMarked;
