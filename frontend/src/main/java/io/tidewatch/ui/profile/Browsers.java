package io.tidewatch.ui.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program calls itself, in words. */
final class Browsers {

    /** In the order to look for them: most browsers also name those they descend from. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("HeadlessChrome/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Macintosh", "macOS"),
            Map.entry("Linux", "Linux"));

    private Browsers() {}

    /** Such as "Firefox on Windows"; the name itself for a program that is no browser. */
    static String words(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "Unknown program";
        }
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser == null) {
            return userAgent.length() <= 60 ? userAgent : userAgent.substring(0, 59) + "…";
        }
        return system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String find(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
