package io.tidewatch.platform.security;

import java.util.List;

/**
 * A person who signed in.
 *
 * @param token what her token says
 * @param organizations where she has rights, sorted by key
 */
public record SignedIn(TokenIdentity token, List<PersonAccess> organizations) {

    public SignedIn {
        organizations = List.copyOf(organizations);
    }
}
