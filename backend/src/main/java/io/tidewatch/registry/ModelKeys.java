package io.tidewatch.registry;

/** The form of the names that people choose for models and versions. */
final class ModelKeys {

    static final String KEY = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    static final String KEY_MESSAGE = "must be 1 to 63 lower-case letters, digits and inner hyphens";
    static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._:+-]{0,63}";
    static final String VERSION_MESSAGE = "must be 1 to 64 letters, digits and ._:+-, and start with a letter or digit";

    private ModelKeys() {}
}
