package io.tidewatch.ui.client;

import io.tidewatch.ui.identity.SessionBackend;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sign-in's questions to the backend. What it can't answer now is asked again soon, so nothing here fails. */
@ApplicationScoped
class SessionCalls implements SessionBackend {

    private static final Logger LOG = Logger.getLogger(SessionCalls.class);
    private static final int UNAVAILABLE = 503;

    private final Backend backend;

    SessionCalls(Backend backend) {
        this.backend = backend;
    }

    @Override
    public int logout(String logoutToken) {
        try {
            String form = "logout_token=" + URLEncoder.encode(logoutToken, StandardCharsets.UTF_8);
            backend.postOutside(
                    "/oidc/backchannel-logout",
                    "application/x-www-form-urlencoded",
                    form.getBytes(StandardCharsets.US_ASCII));
            return 200;
        } catch (BackendException failure) {
            LOG.warnf("A logout token was not taken: %s", failure.failure().summary());
            return failure.failure() instanceof Failure.Invalid ? 400 : UNAVAILABLE;
        }
    }

    @Override
    public Set<String> ended(Collection<Held> sessions) {
        if (sessions.isEmpty()) {
            return Set.of();
        }
        try {
            Answer answer = backend.postOutside("/oidc/session-status", Map.of("sessions", sessions), Answer.class);
            return answer.ended() == null ? Set.of() : Set.copyOf(answer.ended());
        } catch (BackendException failure) {
            LOG.debugf(
                    "Sessions are looked after again soon: %s",
                    failure.failure().summary());
            return Set.of();
        }
    }

    @Override
    public void describe(String bearer, @Nullable String browser, @Nullable String address) {
        try {
            backend.put(caller(bearer), Query.path("/me/sessions/current"), new Description(browser, address));
        } catch (BackendException failure) {
            LOG.debugf(
                    "A session stays without a description: %s",
                    failure.failure().summary());
        }
    }

    @Override
    public void end(String bearer) {
        try {
            backend.delete(caller(bearer), Query.path("/me/sessions/current"));
        } catch (BackendException failure) {
            LOG.debugf(
                    "Tokens of a session last until they expire: %s",
                    failure.failure().summary());
        }
    }

    private static Caller caller(String bearer) {
        return new Caller(() -> bearer, null);
    }

    record Answer(@Nullable List<String> ended) {}

    record Description(@Nullable String browser, @Nullable String address) {}
}
