package io.tidewatch.analyze.data;

/** A failure whose message is meant for the person at the command line. */
public final class AnalyzeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason. */
    public AnalyzeException(String message) {
        super(message);
    }

    /** A failure with its reason and cause. */
    public AnalyzeException(String message, Throwable cause) {
        super(message, cause);
    }
}
