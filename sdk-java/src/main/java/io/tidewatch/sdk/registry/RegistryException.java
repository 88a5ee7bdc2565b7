package io.tidewatch.sdk.registry;

import org.jspecify.annotations.Nullable;

/** A call to the registry failed: it was refused, or the server could not be reached. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryRefusedException, RegistryUnavailableException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
