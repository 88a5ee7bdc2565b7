package io.tidewatch.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Counts, logs and describes problems; writes them where no REST resource is involved. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final MeterRegistry meters;
    private final ObjectMapper json;

    Problems(MeterRegistry meters, ObjectMapper json) {
        this.meters = meters;
        this.json = json;
    }

    /** Counts and logs the problem and returns its document. */
    public ProblemResponse report(ProblemException problem, RoutingContext request) {
        ErrorCode code = problem.code();
        meters.counter(
                        "tidewatch.problems",
                        "code",
                        code.code(),
                        "kind",
                        code.kind().name())
                .increment();
        switch (code.kind()) {
            case USER, CONFLICT, QUOTA -> LOG.debugf(problem, "%s: %s", code.code(), problem.detail());
            case EXTERNAL -> LOG.warnf("%s: %s (%s)", code.code(), problem.detail(), problem.getCause());
            case INTERNAL -> LOG.errorf(problem, "%s %s", code.code(), request.normalizedPath());
        }
        return ProblemResponse.of(problem, String.valueOf(request.request().path()), TraceId.of(request));
    }

    /** Ends the request with what the failure means, outside of any resource. */
    public void write(Throwable failure, RoutingContext request) {
        write(ProblemTranslation.of(failure), request);
    }

    /** Ends the request with the problem, outside of any resource. */
    public void write(ProblemException problem, RoutingContext request) {
        ProblemResponse document = report(problem, request);
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(document.status()).putHeader("Content-Type", ProblemResponse.MEDIA_TYPE);
        String retryAfter = retryAfterSeconds(problem.retryAfter());
        if (retryAfter != null) {
            response.putHeader("Retry-After", retryAfter);
        }
        problem.headers().forEach(response::putHeader);
        if (document.status() == 413) {
            response.putHeader("Connection", "close");
        }
        try {
            response.end(json.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem document holds only simple values", e);
        }
    }

    static @Nullable String retryAfterSeconds(@Nullable Duration delay) {
        return delay == null ? null : Long.toString(Math.max(1, Math.ceilDiv(delay.toMillis(), 1000)));
    }
}
