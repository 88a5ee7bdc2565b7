package io.tidewatch.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.util.Optional;

/** The issuers that this installation listens to. An organization trusts one or more of them. */
@ApplicationScoped
class Issuers {

    private final IdentityConfig config;
    private final Instance<TenantConfigBean> tenants;

    Issuers(IdentityConfig config, Instance<TenantConfigBean> tenants) {
        this.config = config;
        this.tenants = tenants;
    }

    /** Where to discover what an issuer publishes; empty for an issuer that nobody configured. */
    Optional<URI> discovery(String issuer) {
        boolean further = config.providers().values().stream()
                .anyMatch(provider -> provider.issuer().equals(issuer));
        if (further) {
            return Optional.of(discoveryOf(issuer));
        }
        TenantConfigContext first = tenants.get().getDefaultTenant();
        OidcConfigurationMetadata published = first.getOidcMetadata();
        String address = first.oidcConfig().authServerUrl().orElse("");
        boolean known = issuer.equals(address)
                || first.oidcConfig().token().issuer().filter(issuer::equals).isPresent()
                || (published != null && issuer.equals(published.getIssuer()));
        return known ? Optional.of(discoveryOf(address)) : Optional.empty();
    }

    private static URI discoveryOf(String address) {
        String base = address.endsWith("/") ? address : address + "/";
        return URI.create(base + ".well-known/openid-configuration");
    }
}
