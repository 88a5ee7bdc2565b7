package io.tidewatch.ui.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where signing in begins and ends. {@code /signin/<provider>} is behind the HTTP policy "authenticated": asking for it
 * starts the code flow of that provider, and coming back from it leads to the page that was wanted. {@code /signin} lets
 * people choose a provider where there are several.
 */
@WebServlet({Pages.SIGN_IN, Pages.SIGN_IN + "/*"})
class SignIn extends HttpServlet {

    private static final int REMEMBERED = (int) Duration.ofDays(365).toSeconds();

    private final transient Providers providers;
    private final transient SignInAgain again;

    @Inject
    SignIn(Providers providers, SignInAgain again) {
        this.providers = providers;
        this.again = again;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String wanted = Pages.safeReturn(request.getParameter(Pages.RETURN_PARAMETER));
        Optional<Provider> provider = provider(request);
        if (provider.isPresent()) {
            arrive(provider.get(), wanted, request, response);
        } else if (providers.all().size() == 1) {
            response.sendRedirect(address(providers.first(), wanted));
        } else {
            ChooserPage.write(providers.all(), choice(request), wanted, request, response);
        }
    }

    private Optional<Provider> provider(HttpServletRequest request) {
        String path = request.getRequestURI().substring(Pages.SIGN_IN.length());
        return path.length() < 2 ? Optional.empty() : providers.named(path.substring(1));
    }

    private void arrive(Provider provider, String wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Signed.of(request.getSession(false)) != null) {
            // A session id known before sign-in must not be one after it.
            request.changeSessionId();
        }
        again.done(request, response);
        if (providers.all().size() > 1) {
            response.addCookie(Cookies.of(Providers.CHOICE, provider.name(), REMEMBERED, request));
            leaveOthers(provider, request, response);
        }
        response.sendRedirect(wanted);
    }

    /** One browser is signed in at one provider at a time: signing out must not uncover an earlier sign-in. */
    private void leaveOthers(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            providers.all().stream()
                    .filter(other -> !other.equals(provider))
                    .forEach(other -> Arrays.stream(cookies)
                            .map(Cookie::getName)
                            .filter(other::ownsSessionCookie)
                            .forEach(name -> response.addCookie(Cookies.of(name, "", 0, request))));
        }
    }

    /** The provider that was chosen last, or null. */
    static @Nullable String choice(HttpServletRequest request) {
        return Cookies.value(request, Providers.CHOICE);
    }

    static String address(Provider provider, String wanted) {
        return Pages.SIGN_IN + "/" + provider.name() + "?" + Pages.RETURN_PARAMETER + "=" + Pages.encode(wanted);
    }
}
