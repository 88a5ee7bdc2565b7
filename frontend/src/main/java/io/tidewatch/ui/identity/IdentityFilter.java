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

    @Inject
    IdentityFilter(SecurityIdentity identity, OidcSession oidcSession, Sessions sessions) {
        this.identity = identity;
        this.oidcSession = oidcSession;
        this.sessions = sessions;
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
        } else if (sessions.hasEnded(sid())) {
            // The identity provider ended this sign-in, but the browser still has its cookie.
            oidcSession.logout().await().indefinitely();
            end(Signed.of(request.getSession(false)), request);
            if (Pages.isPage(request)) {
                response.sendRedirect(Pages.signInFor(request));
                return;
            }
        } else {
            bind(request);
        }
        chain.doFilter(request, response);
    }

    private void bind(HttpServletRequest request) {
        TokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            return;
        }
        String subject = subject();
        Signed known = Signed.of(request.getSession(false));
        if (known != null && !known.subject().equals(subject)) {
            end(known, request);
            known = null;
        }
        var token = AccessTokens.parse(credential.getToken());
        if (known != null) {
            known.offer(token);
        } else if (Pages.isPage(request) || Pages.isSignIn(request) || request.getSession(false) != null) {
            HttpSession session = request.getSession(true);
            Signed signed = new Signed(subject, sid(), displayName(), token);
            signed.bindTo(session);
            sessions.register(signed.sid(), session);
        }
    }

    private static void end(@Nullable Signed known, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (known != null && session != null) {
            session.invalidate();
        }
    }

    private String subject() {
        return identity.getPrincipal() instanceof JsonWebToken jwt
                ? jwt.getSubject()
                : identity.getPrincipal().getName();
    }

    private @Nullable String sid() {
        JsonWebToken idToken = oidcSession.getIdToken();
        return idToken == null ? null : idToken.getClaim("sid");
    }

    private String displayName() {
        JsonWebToken idToken = oidcSession.getIdToken();
        String name = idToken == null ? null : idToken.getClaim("name");
        return name == null || name.isBlank() ? identity.getPrincipal().getName() : name;
    }
}
