package io.tidewatch.ui.registry;

import tools.jackson.databind.json.JsonMapper;

/** Text as a literal of a language. */
final class Quoted {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Quoted() {}

    static String json(String text) {
        return JSON.writeValueAsString(text);
    }

    /** A JSON string is a Java literal too. */
    static String java(String text) {
        return json(text);
    }

    /** A JSON string is a Python literal too. */
    static String python(String text) {
        return json(text);
    }

    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
