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

    private static final Duration RETRY_SOON = Duration.ofSeconds(5);

    /** TIMEOUT_EXCEEDED, TOO_SLOW, TOO_MANY_ROWS, TOO_MANY_BYTES, MEMORY_LIMIT_EXCEEDED. */
    private static final Set<Integer> TOO_EXPENSIVE = Set.of(159, 160, 158, 307, 241);

    /** TOO_MANY_SIMULTANEOUS_QUERIES, NETWORK_ERROR, SOCKET_TIMEOUT, TOO_MANY_PARTS, TABLE_IS_READ_ONLY. */
    private static final Set<Integer> UNAVAILABLE = Set.of(202, 210, 209, 252, 242);

    private ClickHouseErrors() {}

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
