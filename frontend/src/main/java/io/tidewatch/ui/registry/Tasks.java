package io.tidewatch.ui.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The kinds of models, in words. */
final class Tasks {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("binary", "Binary classification");
        LABELS.put("multiclass", "Multiclass classification");
        LABELS.put("regression", "Regression");
    }

    private Tasks() {}

    static String label(String task) {
        return LABELS.getOrDefault(task, task);
    }

    static Set<String> all() {
        return LABELS.keySet();
    }
}
