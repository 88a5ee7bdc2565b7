/** The SDK in a Quarkus application: configuration in, client out. */
@NullMarked
package io.tidewatch.sdk.quarkus;

import org.jspecify.annotations.NullMarked;
