package io.tidewatch.ui.shell;

import com.vaadin.quarkus.QuarkusVaadinServlet;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;

/**
 * Serves the pages. Every open page asks every minute, which renews its sign-in in time (see
 * {@code quarkus.oidc.token.refresh-token-time-skew}) and keeps its HTTP session. How long a session lasts without a click
 * is for the sign-in to decide, see {@code tidewatch.sign-in.idle}.
 */
@WebServlet(
        urlPatterns = "/*",
        name = "ui",
        loadOnStartup = 1,
        asyncSupported = true,
        initParams = {
            @WebInitParam(name = "heartbeatInterval", value = "60"),
            @WebInitParam(name = "closeIdleSessions", value = "false")
        })
public class UiServlet extends QuarkusVaadinServlet {}
