package io.tidewatch.ui.identity;

import io.tidewatch.ui.identity.LogoutTokens.LogoutToken;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Takes the providers' logout messages. The backend verifies a message and refuses the tokens of its session from then on;
 * only after that, the pages of the session are closed here. One address serves all providers: the message says whose it is.
 */
@ApplicationScoped
class BackChannelLogout {

    static final String PATH = "/oidc/backchannel-logout";

    private static final long LIMIT = 64 * 1024L;

    private final Sessions sessions;
    private final SessionBackend backend;

    BackChannelLogout(Sessions sessions, SessionBackend backend) {
        this.sessions = sessions;
        this.backend = backend;
    }

    void install(@Observes Router router) {
        router.post(PATH)
                .order(-1000)
                .handler(BodyHandler.create(false).setBodyLimit(LIMIT))
                .handler(this::take);
    }

    private void take(RoutingContext context) {
        String token = context.request().getFormAttribute("logout_token");
        context.response().putHeader("Cache-Control", "no-store");
        if (token == null || token.isBlank()) {
            context.response().setStatusCode(400).end();
            return;
        }
        // Asking blocks, and ending a session waits for its lock: neither must happen on the event loop.
        Thread.ofVirtual().name("back-channel-logout").start(() -> end(token, context));
    }

    private void end(String token, RoutingContext context) {
        int status = backend.logout(token);
        context.vertx()
                .runOnContext(
                        ignored -> context.response().setStatusCode(status).end());
        if (status == 200) {
            @Nullable LogoutToken logout = LogoutTokens.parse(token).orElse(null);
            if (logout != null) {
                sessions.end(logout.issuer(), logout.sid(), EndReason.ENDED);
            }
        }
    }
}
