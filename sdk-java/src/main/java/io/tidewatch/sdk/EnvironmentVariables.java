package io.tidewatch.sdk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps environment variables to builder settings: the one list of their names. */
final class EnvironmentVariables {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h)");

    static final Map<String, BiConsumer<TidewatchBuilder, String>> ALL = all();

    private EnvironmentVariables() {}

    static void apply(Map<String, String> variables, TidewatchBuilder builder) {
        ALL.forEach((name, setter) -> {
            String value = variables.get(name);
            if (value != null && !value.isBlank()) {
                try {
                    setter.accept(builder, value.strip());
                } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
                    // Not the value itself: it could be a key.
                    throw new IllegalArgumentException("environment variable " + name + ": " + e.getMessage(), e);
                }
            }
        });
    }

    private static Map<String, BiConsumer<TidewatchBuilder, String>> all() {
        Map<String, BiConsumer<TidewatchBuilder, String>> all = new LinkedHashMap<>();
        all.put("TIDEWATCH_ENABLED", (builder, value) -> builder.enabled(bool(value)));
        all.put("TIDEWATCH_ENDPOINT", TidewatchBuilder::endpoint);
        all.put("TIDEWATCH_API_KEY", TidewatchBuilder::apiKey);
        all.put("TIDEWATCH_MODEL", TidewatchBuilder::model);
        all.put("TIDEWATCH_VERSION", TidewatchBuilder::version);
        all.put("TIDEWATCH_ENVIRONMENT", TidewatchBuilder::environment);
        all.put("TIDEWATCH_SAMPLING", (builder, value) -> builder.sampling(Double.parseDouble(value)));
        all.put("TIDEWATCH_QUEUE_CAPACITY", (builder, value) -> builder.queueCapacity(Integer.parseInt(value)));
        all.put("TIDEWATCH_MAX_QUEUE_BYTES", (builder, value) -> builder.maxQueueBytes(Long.parseLong(value)));
        all.put("TIDEWATCH_BATCH_SIZE", (builder, value) -> builder.batchSize(Integer.parseInt(value)));
        all.put("TIDEWATCH_MAX_EVENT_BYTES", (builder, value) -> builder.maxEventBytes(Integer.parseInt(value)));
        all.put("TIDEWATCH_FLUSH_INTERVAL", (builder, value) -> builder.flushInterval(duration(value)));
        all.put("TIDEWATCH_REQUEST_TIMEOUT", (builder, value) -> builder.requestTimeout(duration(value)));
        all.put("TIDEWATCH_RETRY_DEADLINE", (builder, value) -> builder.retryDeadline(duration(value)));
        all.put("TIDEWATCH_CLOSE_TIMEOUT", (builder, value) -> builder.closeTimeout(duration(value)));
        all.put("TIDEWATCH_COMPRESSION", (builder, value) -> builder.compression(bool(value)));
        all.put("TIDEWATCH_VALIDATION", (builder, value) -> builder.validation(bool(value)));
        all.put("TIDEWATCH_SPOOL_DIRECTORY", (builder, value) -> builder.spool(Path.of(value)));
        all.put("TIDEWATCH_SPOOL_MAX_BYTES", (builder, value) -> builder.maxSpoolBytes(Long.parseLong(value)));
        return all;
    }

    static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
