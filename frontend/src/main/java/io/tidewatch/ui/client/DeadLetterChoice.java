package io.tidewatch.ui.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open dead letters of one model; {@code ids} null for all of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterChoice(String model, @Nullable List<String> ids) {}
