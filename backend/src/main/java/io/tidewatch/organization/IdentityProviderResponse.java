package io.tidewatch.organization;

/**
 * An identity provider that the organization trusts, on the wire.
 *
 * @param issuer its OIDC issuer, which its tokens name
 */
record IdentityProviderResponse(String issuer) {}
