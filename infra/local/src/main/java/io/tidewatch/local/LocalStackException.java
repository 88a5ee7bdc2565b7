package io.tidewatch.local;

/** The stack cannot start or go on; the message is one or two sentences for the person at the terminal. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do about it
     */
    public LocalStackException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do about it
     * @param cause what led to it
     */
    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
