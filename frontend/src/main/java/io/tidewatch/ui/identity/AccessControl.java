package io.tidewatch.ui.identity;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Principal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Refuses every view that does not say who may see it, and sends people who are not signed in to sign in. */
@ApplicationScoped
class AccessControl {

    void install(@Observes ServiceInitEvent event) {
        NavigationAccessControl control = new BySession();
        control.setLoginView(Pages.SIGN_IN);
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(control));
        event.getSource().setSystemMessagesProvider(info -> messages());
    }

    /** An ended session reloads the page, which leads to sign-in and back, instead of showing a notice to dismiss. */
    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        return messages;
    }

    /** Looks at the session, because a navigation that starts in a background thread has no request. */
    private static final class BySession extends NavigationAccessControl {

        @Override
        protected @Nullable Principal getPrincipal(@Nullable VaadinRequest request) {
            return Signed.of(VaadinSession.getCurrent());
        }

        /** Roles are the backend's business: it knows them per organization and team. Views only ask for a sign-in. */
        @Override
        protected Predicate<String> getRolesChecker(@Nullable VaadinRequest request) {
            return role -> false;
        }
    }
}
