package io.tidewatch.platform.security;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, set by the access filter before the resource method runs. */
@RequestScoped
public class CurrentCaller {

    // Private with accessors: a public field would be read from the client proxy, shared by all requests.
    private @Nullable Caller caller;

    /** The caller. */
    public Caller get() {
        Caller known = caller;
        if (known == null) {
            throw new IllegalStateException("No caller: the operation is not bound to an organization");
        }
        return known;
    }

    void set(Caller caller) {
        this.caller = caller;
    }
}
