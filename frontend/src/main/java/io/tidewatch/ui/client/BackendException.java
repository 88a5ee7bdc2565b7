package io.tidewatch.ui.client;

/** A call of the backend that did not give what was asked for; {@link #failure()} says how. */
public final class BackendException extends RuntimeException {

    private final transient Failure failure;

    /** A call that ended in this failure. */
    public BackendException(Failure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    BackendException(Failure failure, Throwable cause) {
        super(failure.summary(), cause);
        this.failure = failure;
    }

    /** What went wrong, in the terms pages act on. */
    public Failure failure() {
        return failure;
    }
}
