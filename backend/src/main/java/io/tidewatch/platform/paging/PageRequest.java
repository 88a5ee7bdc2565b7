package io.tidewatch.platform.paging;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a client asked for.
 *
 * @param limit how many items at most, from 1 to the maximum of the operation
 * @param position the values of the sort key after which the page starts; empty for the first page
 */
public record PageRequest(int limit, List<String> position) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_CURSOR_LENGTH = 2048;
    // A unit separator can't occur in ids, keys or timestamps.
    private static final char SEPARATOR = '\u001f';
    private static final Pattern SPLIT = Pattern.compile(String.valueOf(SEPARATOR));

    public PageRequest {
        position = List.copyOf(position);
    }

    /**
     * Reads the query parameters {@code limit} and {@code cursor}.
     *
     * @throws ProblemException {@code validation-failed} for a limit outside 1 to {@code
     *     maxLimit} or a cursor that this server did not make
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, int maxLimit) {
        int size = limit == null ? Math.min(DEFAULT_LIMIT, maxLimit) : limit;
        if (size < 1 || size > maxLimit) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("limit", "out-of-range", "must be from 1 to " + maxLimit);
        }
        return new PageRequest(size, cursor == null || cursor.isEmpty() ? List.of() : decode(cursor));
    }

    /** True for the first page. */
    public boolean isFirst() {
        return position.isEmpty();
    }

    /** Value of the sort key's column at {@code index}, where the page starts. */
    public String text(int index) {
        if (index >= position.size()) {
            throw invalidCursor();
        }
        return position.get(index);
    }

    /** As {@link #text}, read as an id. */
    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    /** As {@link #text}, read as a number. */
    public long number(int index) {
        return read(index, Long::parseLong);
    }

    /** As {@link #text}, read as an instant. */
    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    private <T> T read(int index, Function<String, T> reader) {
        try {
            return reader.apply(text(index));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw invalidCursor().causedBy(e);
        }
    }

    /**
     * Builds the page from at most {@code limit + 1} rows: the one row too many only tells that there is a next page.
     *
     * @param sortKey the values of an item's sort key, in the order of the list
     */
    public <T> Page<T> page(List<T> rows, Function<T, List<String>> sortKey) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, encode(sortKey.apply(items.getLast())));
    }

    private static String encode(List<String> position) {
        String joined = String.join(String.valueOf(SEPARATOR), position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String cursor) {
        try {
            if (cursor.length() <= MAX_CURSOR_LENGTH) {
                String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                return new ArrayList<>(List.of(SPLIT.split(joined, -1)));
            }
        } catch (IllegalArgumentException e) {
            throw invalidCursor().causedBy(e);
        }
        throw invalidCursor();
    }

    private static ProblemException invalidCursor() {
        return ErrorCode.VALIDATION_FAILED
                .problem()
                .violation("cursor", "invalid", "must be a nextCursor of this list");
    }
}
