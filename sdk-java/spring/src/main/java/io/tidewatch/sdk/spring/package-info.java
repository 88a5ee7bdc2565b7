/** The SDK in a Spring Boot application: configuration in, client out. */
@NullMarked
package io.tidewatch.sdk.spring;

import org.jspecify.annotations.NullMarked;
