package io.tidewatch.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.tidewatch.ui.identity.ThemeChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Element;

/**
 * Sends each page with a content security policy of its own and in the remembered colour scheme. Scripts need the page's
 * nonce or come from this origin; {@code unsafe-eval} stays because Vaadin compiles the expressions its server sends.
 */
@ApplicationScoped
class PageSecurity {

    private final SecureRandom random = new SecureRandom();

    void install(@Observes ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse response) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        for (Element script : response.getDocument().getElementsByTag("script")) {
            script.attr("nonce", nonce);
        }
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
        response.getVaadinResponse().setHeader("Cache-Control", "no-store");
        applyTheme(response);
    }

    static String policy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; "
                + "frame-ancestors 'none'; object-src 'none'";
    }

    private static void applyTheme(IndexHtmlResponse response) {
        ThemeChoice.scheme(response.getVaadinRequest().getCookies())
                .ifPresent(scheme ->
                        response.getDocument().getElementsByTag("html").attr("style", "color-scheme: " + scheme));
    }
}
