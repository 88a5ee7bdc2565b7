package io.tidewatch.ui.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Forgets sessions that time out, so that the table of sign-ins does not grow. */
@WebListener
class SessionEndListener implements HttpSessionListener {

    private final Sessions sessions;

    @Inject
    SessionEndListener(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.forget(event.getSession());
    }
}
