/** The only door to the backend: calls with the signed-in person's own token, narrow records of what pages need, typed failures. */
@NullMarked
package io.tidewatch.ui.client;

import org.jspecify.annotations.NullMarked;
