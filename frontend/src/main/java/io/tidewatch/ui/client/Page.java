package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a longer list; {@code nextCursor} is null on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
