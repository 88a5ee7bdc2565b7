package io.tidewatch.sdk.internal.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The most frequent texts of a stream in bounded memory (Misra and Gries, 1982). Counts are exact up to {@value #CAPACITY}
 * different texts; beyond, a count may be too low by at most one part in {@value #CAPACITY} of all, and never too high.
 */
public final class TopValues {

    /** How many different texts are counted. */
    public static final int CAPACITY = 1000;

    /** Texts are told apart by their first so many characters. */
    public static final int MAX_LENGTH = 256;

    private final Map<String, long[]> counts = new HashMap<>();
    private boolean overflowed;

    /** Counts a text. */
    public void add(String text) {
        String value = shortened(text);
        long[] count = counts.get(value);
        if (count != null) {
            count[0]++;
        } else if (counts.size() < CAPACITY) {
            counts.put(value, new long[] {1});
        } else {
            overflowed = true;
            for (Iterator<long[]> all = counts.values().iterator(); all.hasNext(); ) {
                if (--all.next()[0] == 0) {
                    all.remove();
                }
            }
        }
    }

    /** Whether there were more different texts than are counted. */
    public boolean hasOverflowed() {
        return overflowed;
    }

    /** How many different texts there were, unless there were too many. */
    public int distinct() {
        return counts.size();
    }

    /** The most frequent texts, most frequent first. */
    public List<Map.Entry<String, Long>> top(int limit) {
        return counts.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()[0]))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
    }

    /** A surrogate pair is not cut in half, and the one character that the server's database cannot hold is replaced. */
    private static String shortened(String text) {
        String value = text;
        if (value.length() > MAX_LENGTH) {
            boolean splitsPair = Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1));
            value = value.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
        }
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
}
