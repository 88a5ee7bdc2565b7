package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inferred schema as a person confirms or corrects it. */
public record SettledSchema(List<ModelVersion.Feature> features, ModelVersion.@Nullable Output output) {}
