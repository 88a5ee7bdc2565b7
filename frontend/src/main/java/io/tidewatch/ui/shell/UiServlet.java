package io.tidewatch.ui.shell;

import com.vaadin.quarkus.QuarkusVaadinServlet;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;

/**
 * Serves the pages. Every open page asks every minute, which renews its sign-in in time (see
 * {@code quarkus.oidc.token.refresh-token-time-skew}); a page that stops asking does not keep a session alive.
 */
@WebServlet(
        urlPatterns = "/*",
        name = "ui",
        loadOnStartup = 1,
        asyncSupported = true,
        initParams = {
            @WebInitParam(name = "heartbeatInterval", value = "60"),
            @WebInitParam(name = "closeIdleSessions", value = "true")
        })
public class UiServlet extends QuarkusVaadinServlet {}
