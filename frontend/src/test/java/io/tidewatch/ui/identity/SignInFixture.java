package io.tidewatch.ui.identity;

import com.vaadin.flow.server.VaadinSession;
import io.tidewatch.ui.identity.Signed.AccessToken;
import java.time.Instant;

/** Puts a person into the current session, as the filter does after a sign-in. */
public final class SignInFixture {

    private SignInFixture() {}

    /** Signs in with a token that lasts until then. */
    public static void signIn(Instant tokenExpiresAt) {
        SignInFacts facts = new SignInFacts("https://issuer.example", "subject", "sid", Instant.EPOCH, Instant.EPOCH);
        Signed signed = new Signed(facts, "Demo Editor", new AccessToken("token", tokenExpiresAt), Instant.EPOCH);
        VaadinSession.getCurrent().getSession().setAttribute(Signed.class.getName(), signed);
    }
}
