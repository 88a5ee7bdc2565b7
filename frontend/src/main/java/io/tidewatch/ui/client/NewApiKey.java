package io.tidewatch.ui.client;

import java.util.List;

/** An API key to create. */
public record NewApiKey(String name, String team, List<String> scopes) {}
