package io.tidewatch.ui.identity;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The one address behind the HTTP policy "authenticated": asking for it starts the code flow, and coming back from it
 * leads to the page that was wanted.
 */
@WebServlet(Pages.SIGN_IN)
class SignIn extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getSession(false) != null) {
            // A session id known before sign-in must not be one after it.
            request.changeSessionId();
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(Pages.safeReturn(request.getParameter(Pages.RETURN_PARAMETER)));
    }
}
