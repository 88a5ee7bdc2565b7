package io.tidewatch.ui.shell;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Logs what goes wrong in pages. A browser that leaves in the middle of a request is nothing that went wrong. */
@ApplicationScoped
class ErrorLog {

    private static final Logger LOG = Logger.getLogger(ErrorLog.class);

    void install(@Observes ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ErrorLog::log));
    }

    private static void log(ErrorEvent event) {
        if (isGone(event.getThrowable())) {
            LOG.debugf("The browser left: %s", event.getThrowable().getMessage());
        } else {
            LOG.error("A page failed", event.getThrowable());
        }
    }

    static boolean isGone(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IOException && message != null && message.contains("Connection was closed")) {
                return true;
            }
        }
        return false;
    }
}
