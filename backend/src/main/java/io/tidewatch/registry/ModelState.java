package io.tidewatch.registry;

import org.jspecify.annotations.Nullable;

/** What the audit keeps of a model before and after a change. */
record ModelState(String key, String name, @Nullable String description, int revision) {

    static ModelState of(RegisteredModel model) {
        return new ModelState(model.key(), model.name(), model.description(), model.revision());
    }
}
