package io.tidewatch.platform.clickhouse;

import com.clickhouse.client.api.ServerException;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Tells what a failure of a statement means for the client of the REST API. */
final class ClickHouseErrors {

    private static final int MAX_DETAIL = 1000;
    private static final Duration RETRY_SOON = Duration.ofSeconds(5);

    /** TIMEOUT_EXCEEDED, TOO_SLOW, TOO_MANY_ROWS, TOO_MANY_BYTES, MEMORY_LIMIT_EXCEEDED. */
    private static final Set<Integer> TOO_EXPENSIVE = Set.of(159, 160, 158, 307, 241);

    /** TOO_MANY_SIMULTANEOUS_QUERIES, NETWORK_ERROR, SOCKET_TIMEOUT, TOO_MANY_PARTS, TABLE_IS_READ_ONLY. */
    private static final Set<Integer> UNAVAILABLE = Set.of(202, 210, 209, 252, 242);

    /**
     * What the server says about values that it can't keep: CANNOT_PARSE_*, CANNOT_READ_*, INCORRECT_DATA,
     * TYPE_MISMATCH, ARGUMENT_OUT_OF_BOUND, CANNOT_CONVERT_TYPE, TOO_LARGE_ARRAY_SIZE, TOO_LARGE_STRING_SIZE,
     * VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, INVALID_PARTITION_VALUE, VIOLATED_CONSTRAINT, and the like.
     */
    private static final Set<Integer> BAD_ROWS = Set.of(
            6, 23, 24, 26, 27, 32, 33, 34, 38, 41, 53, 69, 70, 72, 117, 128, 131, 190, 248, 298, 321, 349, 376, 407,
            469);

    private ClickHouseErrors() {}

    /** What a failed insert means: {@link RefusedRowsException} if the rows are at fault, else as for a query. */
    static Throwable ofInsert(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server && BAD_ROWS.contains(server.getCode())) {
                return new RefusedRowsException(firstLine(server), failure);
            }
        }
        return problem(failure);
    }

    private static String firstLine(ServerException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) : line;
    }

    static Throwable problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException problem -> {
                    return problem;
                }
                case ServerException server -> {
                    return byCode(server.getCode(), failure);
                }
                case SQLException sql
                when sql.getErrorCode() > 0 -> {
                    return byCode(sql.getErrorCode(), failure);
                }
                case IOException ignored -> {
                    return unavailable(failure);
                }
                case TimeoutException ignored -> {
                    return unavailable(failure);
                }
                case RejectedExecutionException ignored -> {
                    return unavailable(failure);
                }
                default -> {}
            }
        }
        return failure;
    }

    private static Throwable byCode(int code, Throwable failure) {
        if (TOO_EXPENSIVE.contains(code)) {
            return ErrorCode.QUERY_TOO_EXPENSIVE.problem().causedBy(failure);
        }
        if (UNAVAILABLE.contains(code)) {
            return unavailable(failure);
        }
        return ErrorCode.INTERNAL_ERROR.problem().causedBy(failure);
    }

    private static ProblemException unavailable(Throwable failure) {
        return ErrorCode.EVENT_STORE_UNAVAILABLE
                .problem()
                .retryAfter(RETRY_SOON)
                .causedBy(failure);
    }
}
