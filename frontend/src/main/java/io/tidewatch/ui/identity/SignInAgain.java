package io.tidewatch.ui.identity;

import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * After a session has ended by itself, the provider must ask who is there, although it may still know the browser: else
 * the next click would lead back in without a question.
 */
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInAgain implements OidcRedirectFilter {

    private static final String COOKIE = "tidewatch-again";
    private static final int REMEMBERED = (int) Duration.ofDays(1).toSeconds();

    @Override
    public void filter(OidcRedirectContext context) {
        if (context.routingContext().request().getCookie(COOKIE) != null) {
            context.additionalQueryParams().add("prompt", "login");
        }
    }

    /** From now on this browser has to prove who is there. */
    void demand(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(Cookies.of(COOKIE, "1", REMEMBERED, request));
    }

    /** Whether this browser has to prove who is there. */
    boolean isDemanded(HttpServletRequest request) {
        return Cookies.value(request, COOKIE) != null;
    }

    /** It has. */
    void done(HttpServletRequest request, HttpServletResponse response) {
        if (isDemanded(request)) {
            response.addCookie(Cookies.of(COOKIE, "", 0, request));
        }
    }
}
