package io.tidewatch.platform.security;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, set by the access filter before the resource method runs. */
@RequestScoped
public class CurrentCaller {

    // Private with accessors: a public field would be read from the client proxy, shared by all requests.
    private @Nullable Caller caller;
    private @Nullable SignedIn person;

    /** The caller of an operation that works inside an organization. */
    public Caller get() {
        Caller known = caller;
        if (known == null) {
            throw new IllegalStateException("The operation is not bound to an organization");
        }
        return known;
    }

    /** The person, in an operation with {@code @Access(inOrganization = false)}. */
    public SignedIn person() {
        SignedIn known = person;
        if (known == null) {
            throw new IllegalStateException("The operation is bound to an organization");
        }
        return known;
    }

    void set(Caller known) {
        this.caller = known;
    }

    void set(SignedIn known) {
        this.person = known;
    }
}
