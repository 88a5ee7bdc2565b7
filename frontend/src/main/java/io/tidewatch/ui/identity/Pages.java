package io.tidewatch.ui.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells requests for a page from those for files, data and push, and where a sign-in returns to. */
final class Pages {

    static final String SIGN_IN = "/signin";
    static final String RETURN_PARAMETER = "to";

    private static final List<String> NOT_PAGES =
            List.of("/VAADIN/", "/q/", "/oidc/", SIGN_IN, "/logout", "/aura/", "/icons/", "/favicon", "/sw.js");

    private Pages() {}

    static boolean isPage(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getParameter("v-r") != null) {
            return false;
        }
        String accept = request.getHeader("Accept");
        String path = request.getRequestURI();
        return accept != null
                && accept.contains("text/html")
                && NOT_PAGES.stream().noneMatch(path::startsWith);
    }

    static boolean isSignIn(HttpServletRequest request) {
        return SIGN_IN.equals(request.getRequestURI());
    }

    /** The address that signs in and comes back to what was asked for. */
    static String signInFor(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        return SIGN_IN + "?" + RETURN_PARAMETER + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** A path of this application, or the start page: an address elsewhere would make sign-in an open redirect. */
    static String safeReturn(@org.jspecify.annotations.Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.startsWith(SIGN_IN)
                || wanted.startsWith("/logout")
                || wanted.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            return "/";
        }
        return wanted;
    }
}
