package io.tidewatch.sdk.internal.json;

/** The text is not JSON, or is nested or sized beyond what this reader accepts. */
public final class JsonSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message) {
        super(message);
    }
}
