package io.tidewatch.ui.client;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A file that a person uploaded.
 *
 * @param name as the person knows it
 * @param content where it is kept
 * @param columns what columns hold, where their names do not say
 */
public record UploadedFile(String name, Path content, Map<String, String> columns) {

    /** The media type that its name stands for. */
    String mediaType() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl") || lower.endsWith(".json")
                ? "application/x-ndjson"
                : "text/csv";
    }

    /** The same file with other columns. */
    public UploadedFile with(Map<String, String> other) {
        return new UploadedFile(name, content, other);
    }
}
