package io.tidewatch.ui.navigation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages, in one place; without a leading slash, as the router wants them. */
public final class Paths {

    /** Start page. */
    public static final String START = "";

    /** All models. */
    public static final String MODELS = "models";

    /** The administration, which opens the first page that the person may open. */
    public static final String ADMIN = "admin";

    /** Where events are, and those that could not be stored. */
    public static final String INGESTION = "admin/ingestion";

    /** The signed-in person's own settings. */
    public static final String PROFILE = "profile";

    private Paths() {}

    /** Dead letters in a state: open, replayed, discarded or all. */
    public static String deadLetters(String state) {
        return INGESTION + "/" + encode(state);
    }

    /** One dead letter, beside the list of those in a state. */
    public static String deadLetter(String state, String id) {
        return deadLetters(state) + "/" + encode(id);
    }

    /** A model's overview. */
    public static String model(String model) {
        return MODELS + "/" + encode(model);
    }

    /** One of a model's pages: drift, performance, versions, runs, events or settings. */
    public static String model(String model, String page) {
        return page.isEmpty() ? model(model) : model(model) + "/" + page;
    }

    /** One feature's drift. */
    public static String feature(String model, String feature) {
        return model(model, "drift") + "/" + encode(feature);
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
