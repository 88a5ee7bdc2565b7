package io.tidewatch.sdk;

/**
 * One thing about a prediction that does not fit the feature schema of its version.
 *
 * @param feature the feature it is about
 * @param code what is wrong
 * @param message a sentence for people; does not contain the value
 */
public record Violation(String feature, Code code, String message) {

    /** What can be wrong with a feature. */
    public enum Code {

        /** A required feature is absent or missing; the server would reject the prediction. */
        MISSING,

        /** The value has another type than the schema says; the server would reject the prediction. */
        WRONG_TYPE,

        /** The number is outside the range the schema expects. */
        OUT_OF_RANGE,

        /** The category is not among those the schema expects. */
        UNKNOWN_CATEGORY,

        /** The schema has no feature of that name. */
        UNKNOWN_FEATURE
    }
}
