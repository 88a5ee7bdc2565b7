package io.tidewatch.sdk.experiment;

import java.util.List;

/** What became of a call that waited for the server. */
public sealed interface Outcome permits Outcome.Stored, Outcome.Refused, Outcome.Unavailable {

    /** Whether the server has it. */
    default boolean isStored() {
        return this instanceof Stored;
    }

    /** One line for a log. */
    String message();

    /**
     * The server has it.
     *
     * @param what what was stored, such as {@code run 0190...}
     * @param leftOut what could not be sent and was left out, each in one line; usually empty
     */
    record Stored(String what, List<String> leftOut) implements Outcome {

        /** Copies the list. */
        public Stored {
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public String message() {
            return what + " is stored" + (leftOut.isEmpty() ? "" : ", without " + leftOut);
        }
    }

    /**
     * The server understood and refused. Trying again without a change will not help.
     *
     * @param what what was refused
     * @param status HTTP status
     * @param code the server's error code, such as {@code model-not-found}
     * @param detail what the server said about it, or empty
     * @param violations each as {@code field: message}
     */
    record Refused(String what, int status, String code, String detail, List<String> violations) implements Outcome {

        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public String message() {
            return what + " was refused: " + code + " (status " + status + ")" + (detail.isEmpty() ? "" : ", " + detail)
                    + (violations.isEmpty() ? "" : " " + violations);
        }
    }

    /**
     * There was no usable answer within the time given. The call may or may not have had an effect; it can be made again
     * safely.
     *
     * @param what what was to be stored
     * @param reason the last thing that went wrong
     */
    record Unavailable(String what, String reason) implements Outcome {

        @Override
        public String message() {
            return what + " is not known to be stored: " + reason;
        }
    }
}
