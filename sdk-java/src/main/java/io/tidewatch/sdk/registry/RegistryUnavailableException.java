package io.tidewatch.sdk.registry;

import org.jspecify.annotations.Nullable;

/** There was no usable answer. The call may or may not have had an effect; all calls may be made again safely. */
public final class RegistryUnavailableException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
