package io.tidewatch.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one mapper from exceptions to answers. The framework prefers its own mapper for a more specific type, so every
 * type that it maps itself is named here too; all end in {@link ProblemTranslation}.
 */
class ProblemMapper {

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    RestResponse<ProblemResponse> problem(ProblemException problem, RoutingContext request) {
        return respond(problem, request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> web(WebApplicationException failure, RoutingContext request) {
        return respond(unreadableParameter(failure, request), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> mismatch(MismatchedInputException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> json(JsonProcessingException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> constraint(ConstraintViolationException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> authentication(AuthenticationFailedException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> unauthorized(UnauthorizedException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<ProblemResponse> forbidden(ForbiddenException failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    @ServerExceptionMapper
    RestResponse<ProblemResponse> unexpected(Throwable failure, RoutingContext request) {
        return respond(ProblemTranslation.of(failure), request);
    }

    /** The framework answers 404 to a query parameter of the wrong type; a client wants to know which one it is. */
    private static ProblemException unreadableParameter(WebApplicationException failure, RoutingContext request) {
        Throwable cause = failure.getCause();
        if (failure instanceof NotFoundException && cause != null && cause.getMessage() != null) {
            for (Map.Entry<String, String> parameter : request.queryParams()) {
                if (!parameter.getValue().isEmpty() && cause.getMessage().contains(parameter.getValue())) {
                    return ErrorCode.INVALID_REQUEST
                            .problem()
                            .violation(parameter.getKey(), "wrong-type", "can't be read");
                }
            }
        }
        return ProblemTranslation.of(failure);
    }

    private RestResponse<ProblemResponse> respond(ProblemException problem, RoutingContext request) {
        ProblemResponse document = problems.report(problem, request);
        ResponseBuilder<ProblemResponse> response =
                ResponseBuilder.<ProblemResponse>create(document.status()).entity(document);
        response.type(ProblemResponse.MEDIA_TYPE);
        String retryAfter = Problems.retryAfterSeconds(problem.retryAfter());
        if (retryAfter != null) {
            response.header("Retry-After", retryAfter);
        }
        problem.headers().forEach(response::header);
        if (document.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        } else if (document.status() == 413) {
            // The rest of the body is not read, so the connection can't be used again.
            response.header("Connection", "close");
        }
        return response.build();
    }
}
