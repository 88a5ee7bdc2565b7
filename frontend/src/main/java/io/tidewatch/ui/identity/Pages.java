package io.tidewatch.ui.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells requests for a page from those for files, data and push, and where a sign-in returns to. */
final class Pages {

    static final String SIGN_IN = "/signin";
    static final String SIGNED_OUT = "/signed-out";
    static final String RETURN_PARAMETER = "to";
    static final String REASON_PARAMETER = "reason";

    private static final List<String> NOT_PAGES = List.of(
            "/VAADIN/", "/q/", "/oidc/", SIGN_IN, SIGNED_OUT, "/logout", "/aura/", "/icons/", "/favicon", "/sw.js");

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
        String path = request.getRequestURI();
        return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
    }

    /** Whether a person did something: opened a page, or clicked or typed on one. Open pages alone send heartbeats. */
    static boolean isActivity(HttpServletRequest request) {
        return isPage(request) || "uidl".equals(request.getParameter("v-r"));
    }

    /** The address that signs in and comes back to what was asked for. */
    static String signInFor(HttpServletRequest request) {
        return SIGN_IN + "?" + RETURN_PARAMETER + "=" + encode(wanted(request));
    }

    /** The address that says why a session has ended, and leads back to what was asked for. */
    static String signedOutFor(EndReason reason, HttpServletRequest request) {
        return signedOut(reason, encode(wanted(request)));
    }

    /** The address that says why a session has ended. */
    static String signedOut(EndReason reason, String encodedPath) {
        return SIGNED_OUT + "?" + REASON_PARAMETER + "=" + reason.key() + "&" + RETURN_PARAMETER + "=" + encodedPath;
    }

    static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The path and query that a request is for. */
    static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** A path of this application, or the start page: an address elsewhere would make sign-in an open redirect. */
    static String safeReturn(@Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.startsWith(SIGN_IN)
                || wanted.startsWith(SIGNED_OUT)
                || wanted.startsWith("/logout")
                || wanted.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            return "/";
        }
        return wanted;
    }
}
