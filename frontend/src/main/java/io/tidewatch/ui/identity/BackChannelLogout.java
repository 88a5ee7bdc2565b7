package io.tidewatch.ui.identity;

import io.tidewatch.ui.identity.LogoutTokens.LogoutToken;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Learns which sign-in a verified logout message ended. Quarkus verifies the message but keeps its session id to itself, so
 * the same message is read here after Quarkus has answered 200; a forged one gets 400 and is ignored.
 */
@ApplicationScoped
class BackChannelLogout {

    static final String PATH = "/oidc/backchannel-logout";

    private final Sessions sessions;

    BackChannelLogout(Sessions sessions) {
        this.sessions = sessions;
    }

    void install(@Observes Router router) {
        router.post(PATH).order(-1000).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() == 200) {
                String token = context.request().getFormAttribute("logout_token");
                LogoutTokens.parse(token).map(LogoutToken::sid).ifPresent(this::endLater);
            }
        });
        context.next();
    }

    /** Ending a session waits for its lock, which must never happen on the event loop. */
    private void endLater(String sid) {
        Thread.ofVirtual().name("back-channel-logout").start(() -> sessions.end(sid));
    }
}
