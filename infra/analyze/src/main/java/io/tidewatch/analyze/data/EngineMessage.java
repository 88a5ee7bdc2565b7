package io.tidewatch.analyze.data;

import java.util.regex.Pattern;

/** Messages of the engine without what only its developers understand. */
final class EngineMessage {

    private static final Pattern PREFIX = Pattern.compile("^Code: \\d+\\. DB::Exception: ");
    private static final Pattern SUFFIX =
            Pattern.compile("(?s)(: While executing .*|: \\(in file/uri .*| \\([A-Z_]+\\)\\s*(\\(version .*)?$)");

    private EngineMessage() {}

    static String readable(String message) {
        String text = PREFIX.matcher(message.strip()).replaceFirst("");
        text = SUFFIX.matcher(text).replaceFirst("");
        return text.length() > 600 ? text.substring(0, 600) + " ..." : text;
    }
}
