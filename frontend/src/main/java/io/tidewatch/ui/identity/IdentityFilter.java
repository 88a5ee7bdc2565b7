package io.tidewatch.ui.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the HTTP session and the OIDC session in step. The Vaadin session lives on its own cookie and would outlive a
 * sign-out; so every request, push upgrade and heartbeat passes here and ends the session when its person is gone.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
class IdentityFilter extends HttpFilter {

    private final transient SecurityIdentity identity;
    private final transient OidcSession oidcSession;
    private final transient Sessions sessions;
    private final transient SessionBackend backend;
    private final transient SignInAgain again;
    private final transient Clock clock = Clock.systemUTC();

    @Inject
    IdentityFilter(
            SecurityIdentity identity,
            OidcSession oidcSession,
            Sessions sessions,
            SessionBackend backend,
            SignInAgain again) {
        this.again = again;
        this.identity = identity;
        this.oidcSession = oidcSession;
        this.sessions = sessions;
        this.backend = backend;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (identity.isAnonymous()) {
            end(Signed.of(request.getSession(false)), request);
            if (Pages.isPage(request)) {
                response.sendRedirect(Pages.signInFor(request));
                return;
            }
        } else {
            SignInFacts facts = facts();
            Optional<EndReason> over = sessions.ended(facts);
            if (over.isEmpty()) {
                bind(facts, request);
            } else if (refuse(over.get(), request, response)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** The sign-in has ended, but the browser still has its cookie. */
    private boolean refuse(EndReason reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        oidcSession.logout().await().indefinitely();
        end(Signed.of(request.getSession(false)), request);
        if (Pages.isPage(request)) {
            response.sendRedirect(Pages.signedOutFor(reason, request));
            return true;
        }
        if (!Pages.isSignIn(request)) {
            return false;
        }
        if (again.isDemanded(request)) {
            // The provider did not ask, although it was to. The notice stops this from going round in circles.
            String wanted = Pages.safeReturn(request.getParameter(Pages.RETURN_PARAMETER));
            response.sendRedirect(Pages.signedOut(reason, Pages.encode(wanted)));
        } else {
            again.demand(request, response);
            response.sendRedirect(Pages.wanted(request));
        }
        return true;
    }

    private void bind(SignInFacts facts, HttpServletRequest request) {
        TokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            return;
        }
        Instant now = clock.instant();
        Signed known = Signed.of(request.getSession(false));
        if (known != null && !known.facts().isSameAs(facts)) {
            end(known, request);
            known = null;
        }
        var token = AccessTokens.parse(credential.getToken());
        if (known != null) {
            known.offer(token);
            known.from(place(request));
            if (Pages.isActivity(request)) {
                known.active(now);
            }
        } else if (Pages.isPage(request) || Pages.isSignIn(request) || request.getSession(false) != null) {
            Signed signed = new Signed(facts, displayName(), token, now);
            signed.from(place(request));
            begin(signed, request);
        }
    }

    private void begin(Signed signed, HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        try {
            signed.bindTo(session);
        } catch (IllegalStateException ended) {
            // The session was ended while this request came in; the next one begins a new session.
            return;
        }
        sessions.register(signed, session);
        describe(signed, request);
    }

    /** The backend sees this server only; the browser behind it is known here. */
    private void describe(Signed signed, HttpServletRequest request) {
        String browser = request.getHeader("User-Agent");
        String address = request.getRemoteAddr();
        Thread.ofVirtual().name("describe-session").start(() -> backend.describe(signed.bearer(), browser, address));
    }

    private static Signed.Place place(HttpServletRequest request) {
        Enumeration<String> forwarded = request.getHeaders("X-Forwarded-For");
        List<String> values = forwarded == null ? List.of() : Collections.list(forwarded);
        return new Signed.Place(
                request.getRemoteAddr(),
                values.isEmpty() ? null : String.join(", ", values),
                request.getHeader("User-Agent"));
    }

    private static void end(@Nullable Signed known, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (known != null && session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException ended) {
                // Another thread was faster.
                return;
            }
        }
    }

    private SignInFacts facts() {
        JsonWebToken idToken = oidcSession.getIdToken();
        JsonWebToken token = idToken != null ? idToken : (JsonWebToken) identity.getPrincipal();
        return new SignInFacts(
                String.valueOf(token.getIssuer()),
                String.valueOf(token.getSubject()),
                token.getClaim("sid"),
                // The framework gives 0 for a token that doesn't say.
                token.getClaim("auth_time") instanceof Number seconds && seconds.longValue() > 0
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : null,
                Instant.ofEpochSecond(token.getIssuedAtTime()));
    }

    private String displayName() {
        JsonWebToken idToken = oidcSession.getIdToken();
        String name = idToken == null ? null : idToken.getClaim("name");
        return name == null || name.isBlank() ? identity.getPrincipal().getName() : name;
    }
}
