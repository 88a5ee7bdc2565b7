package io.tidewatch.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns any exception into a problem. Takes nothing from an unknown exception but its type. */
final class ProblemTranslation {

    private static final Duration RETRY_SOON = Duration.ofSeconds(5);
    private static final String UNIQUE_VIOLATION = "23505";

    /** Too many connections, terminated, shutting down, starting up, cancelled, and the two transaction timeouts. */
    private static final Set<String> PASSING_STATES =
            Set.of("53300", "57P01", "57P02", "57P03", "57014", "25P03", "25P04");

    private ProblemTranslation() {}

    static ProblemException of(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case CompositeException several -> of(several.getCauses().getFirst());
            case JsonProcessingException invalid -> json(invalid);
            case ConstraintViolationException invalid -> constraints(invalid);
            case AuthenticationFailedException refused -> authentication(refused);
            case OIDCException unavailable -> identityProviderUnavailable(unavailable);
            case UnauthorizedException ignored -> ErrorCode.UNAUTHORIZED.problem();
            case ForbiddenException ignored -> ErrorCode.FORBIDDEN.problem();
            case WebApplicationException web -> web(web);
            case OptimisticLockException raced -> ErrorCode.CONFLICT.problem().causedBy(raced);
            case org.hibernate.exception.ConstraintViolationException violated -> stored(violated);
            default -> database(failure);
        };
    }

    private static ProblemException json(JsonProcessingException failure) {
        if (failure instanceof StreamReadException) {
            var at = failure.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return ErrorCode.MALFORMED_JSON
                    .problem("The body is not valid JSON" + where + ".")
                    .causedBy(failure);
        }
        if (failure instanceof JsonMappingException mapping) {
            String field = field(mapping.getPath());
            if (failure instanceof UnrecognizedPropertyException) {
                return ErrorCode.VALIDATION_FAILED.problem().violation(field, "unknown-field", "is not a known field");
            }
            if (mapping.getCause() instanceof ProblemException problem) {
                return problem;
            }
            return ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation(field, "wrong-type", "has the wrong type or an unknown value")
                    .causedBy(failure);
        }
        return ErrorCode.MALFORMED_JSON.problem().causedBy(failure);
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? "body" : field.toString();
    }

    private static ProblemException constraints(ConstraintViolationException failure) {
        ProblemException problem = ErrorCode.VALIDATION_FAILED.problem();
        failure.getConstraintViolations().stream()
                .map(broken -> new Violation(
                        field(broken.getPropertyPath()),
                        kebab(broken.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        broken.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .forEach(broken -> problem.violation(broken.field(), broken.code(), broken.message()));
        return problem;
    }

    /** Without the method and, for a body, its parameter: a client knows only {@code name} or {@code limit}. */
    private static String field(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        int skip = nodes.size() > 2 ? 2 : Math.min(1, nodes.size() - 1);
        return nodes.stream()
                .skip(skip)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static ProblemException authentication(AuthenticationFailedException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof ConnectException || cause instanceof OIDCException) {
                return identityProviderUnavailable(failure);
            }
        }
        return ErrorCode.UNAUTHORIZED.problem().causedBy(failure);
    }

    private static ProblemException identityProviderUnavailable(Throwable failure) {
        return ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE
                .problem()
                .retryAfter(RETRY_SOON)
                .causedBy(failure);
    }

    private static ProblemException web(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException || cause instanceof ProblemException) {
                return of(cause);
            }
        }
        ErrorCode code = switch (failure.getResponse().getStatus()) {
            case 401 -> ErrorCode.UNAUTHORIZED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 400, 422 -> ErrorCode.INVALID_REQUEST;
            default -> ErrorCode.INTERNAL_ERROR;
        };
        return code.problem().causedBy(failure);
    }

    private static ProblemException stored(org.hibernate.exception.ConstraintViolationException failure) {
        ErrorCode code =
                UNIQUE_VIOLATION.equals(failure.getSQLState()) ? ErrorCode.ALREADY_EXISTS : ErrorCode.INTERNAL_ERROR;
        return code.problem().causedBy(failure);
    }

    private static ProblemException database(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDatabaseTrouble(cause)) {
                return ErrorCode.DATABASE_UNAVAILABLE
                        .problem()
                        .retryAfter(RETRY_SOON)
                        .causedBy(failure);
            }
        }
        return ErrorCode.INTERNAL_ERROR.problem().causedBy(failure);
    }

    /** What passes by itself: no connection, a timeout on the server, a server that is going down. */
    private static boolean isDatabaseTrouble(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof QueryTimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof NoStackTraceTimeoutException
                || (cause instanceof PgException refused && PASSING_STATES.contains(refused.getSqlState()));
    }
}
