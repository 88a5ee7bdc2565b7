package io.tidewatch.ui.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jsoup.nodes.Element;

/** Says why a session has ended, and leads back to where the person was. */
@WebServlet(Pages.SIGNED_OUT)
class SignedOut extends HttpServlet {

    private final transient Providers providers;
    private final transient SessionLimits limits;
    private final transient SignInAgain again;

    @Inject
    SignedOut(Providers providers, SignInConfig config, SignInAgain again) {
        this.again = again;
        this.providers = providers;
        this.limits = new SessionLimits(config.idle(), config.longest());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        again.demand(request, response);
        EndReason reason = EndReason.of(request.getParameter(Pages.REASON_PARAMETER));
        String wanted = Pages.safeReturn(request.getParameter(Pages.RETURN_PARAMETER));
        String address = providers
                .named(SignIn.choice(request))
                .map(provider -> SignIn.address(provider, wanted))
                .orElse(Pages.SIGN_IN + "?" + Pages.RETURN_PARAMETER + "=" + Pages.encode(wanted));
        PlainPage page = new PlainPage("Signed out");
        page.main().appendElement("h1").text("You are signed out");
        page.main().appendElement("p").attr("data-test", "signed-out-reason").text(limits.explain(reason));
        Element link = page.main().appendElement("a");
        link.attr("href", address)
                .attr("class", "primary")
                .attr("data-test", "sign-in-again")
                .attr("autofocus", true);
        link.text("Sign in again");
        page.main().appendElement("p").attr("class", "quiet").text("You return to the page you were on.");
        page.write(request, response);
    }
}
