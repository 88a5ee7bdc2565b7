package io.tidewatch.ui.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a longer list; {@code nextCursor} is null on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Small enough for every list of the backend. */
    static final int SIZE = 50;

    /** The items of all pages, but not of more than {@code maxPages}. */
    public static <T> List<T> all(int maxPages, Function<@Nullable String, Page<T>> next) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < maxPages; page++) {
            Page<T> read = next.apply(cursor);
            all.addAll(read.items());
            cursor = read.nextCursor();
            if (cursor == null) {
                break;
            }
        }
        return all;
    }
}
