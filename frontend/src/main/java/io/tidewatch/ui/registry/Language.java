package io.tidewatch.ui.registry;

/** Languages of the code that people copy. */
enum Language {
    JAVA("Java SDK"),
    CURL("curl"),
    PYTHON("Python");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
