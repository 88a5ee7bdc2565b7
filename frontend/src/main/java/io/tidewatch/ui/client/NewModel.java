package io.tidewatch.ui.client;

import org.jspecify.annotations.Nullable;

/** A model to register. */
public record NewModel(String key, String name, @Nullable String description, String task, String team) {}
