package io.tidewatch.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What machines ask without a person: providers end sessions (OpenID Connect Back-Channel Logout 1.0), and web
 * applications ask which of the sessions they hold have ended. Neither needs a key: a logout token is signed, and who
 * asks about a session must know its unguessable id.
 */
@ApplicationScoped
class BackChannel {

    static final String LOGOUT = "/oidc/backchannel-logout";
    static final String STATUS = "/oidc/session-status";

    private static final long TOKEN_LIMIT = 64 * 1024L;
    private static final long STATUS_LIMIT = 4 * 1024 * 1024L;

    private final LogoutTokens tokens;
    private final EndedSessions sessions;
    private final Problems problems;
    private final ObjectMapper json;

    BackChannel(LogoutTokens tokens, EndedSessions sessions, Problems problems, ObjectMapper json) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.problems = problems;
        this.json = json;
    }

    void routes(@Observes Router router) {
        router.post(LOGOUT)
                .handler(BodyHandler.create(false).setBodyLimit(TOKEN_LIMIT))
                .handler(request -> answer(request, () -> logout(request)));
        router.post(STATUS)
                .handler(BodyHandler.create(false).setBodyLimit(STATUS_LIMIT))
                .handler(request -> answer(request, () -> status(request)));
    }

    private Uni<String> logout(RoutingContext request) {
        String token = request.request().getFormAttribute("logout_token");
        if (token == null || token.isBlank()) {
            throw ErrorCode.INVALID_LOGOUT_TOKEN.problem("The form field logout_token is missing.");
        }
        return tokens.obey(token).replaceWith("");
    }

    private Uni<String> status(RoutingContext request) {
        try {
            StatusRequest asked = json.readValue(body(request), StatusRequest.class);
            List<HeldSession> held = asked.sessions() == null ? List.of() : asked.sessions();
            List<String> ended = held.stream()
                    .filter(session -> sessions.isKnown(
                            session.issuer(),
                            session.sid(),
                            session.subject(),
                            session.signedInAt(),
                            session.issuedAt()))
                    .map(HeldSession::sid)
                    .toList();
            return Uni.createFrom().item(json.writeValueAsString(new StatusAnswer(ended)));
        } catch (JsonProcessingException e) {
            throw ErrorCode.MALFORMED_JSON.problem().causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(RoutingContext request) {
        Buffer body = request.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private void answer(RoutingContext request, Supplier<Uni<? extends String>> work) {
        Uni.createFrom()
                .deferred(work)
                .subscribe()
                .with(
                        body -> {
                            if (!body.isEmpty()) {
                                request.response().putHeader("Content-Type", "application/json");
                            }
                            request.response().setStatusCode(200).end(body);
                        },
                        failure -> problems.write(failure, request));
    }

    /** Sessions that the one who asks holds. */
    record StatusRequest(@Nullable List<HeldSession> sessions) {}

    /** A session by everything that can end it; {@code issuedAt} of its oldest token. */
    record HeldSession(
            String issuer,
            String sid,
            String subject,
            @Nullable Instant signedInAt,
            Instant issuedAt) {}

    /** The ids of those that have ended. */
    record StatusAnswer(List<String> ended) {}
}
