package io.tidewatch.health.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Times, shares and counts as people say them. */
public final class Words {

    /** Limits that people would choose, in minutes. */
    private static final List<Integer> STEPS = List.of(
            15, 30, 60, 120, 180, 240, 360, 480, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 10080, 14400, 20160,
            30240, 43200);

    private Words() {}

    /** A length of time in its two largest units: {@code 7 h 12 min}, {@code 3 days}. */
    public static String duration(Duration length) {
        long minutes = Math.round(length.toSeconds() / 60.0);
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        long hours = Math.round(minutes / 60.0);
        return hours / 24 + " days" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
    }

    /** The next longer time that a person would choose, 15 minutes to 30 days. */
    public static Duration roundUp(Duration length) {
        for (int step : STEPS) {
            if (length.compareTo(Duration.ofMinutes(step)) <= 0) {
                return Duration.ofMinutes(step);
            }
        }
        return Duration.ofMinutes(STEPS.getLast());
    }

    /** A share in percent: {@code 2.1 %}. */
    public static String percent(double ratio) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * ratio);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /** A whole number with separators: {@code 12,300}. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A number and its noun in the right form; the plural ends in s. */
    public static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** Continues a sentence. */
    static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
