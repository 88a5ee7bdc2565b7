package io.tidewatch.sdk.registry;

/** What kind of question a model answers. */
public enum ModelTask {

    /** Yes or no, usually with a score. */
    BINARY("binary"),

    /** One of several classes. */
    MULTICLASS("multiclass"),

    /** A number. */
    REGRESSION("regression");

    private final String wireName;

    ModelTask(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
