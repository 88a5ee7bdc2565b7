package io.tidewatch.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the provider that verifies a bearer token by the issuer that the token claims. A wrong claim gains nothing:
 * the provider chosen must have signed the token. An issuer that nobody configured is left to the first provider, which
 * refuses it.
 */
@ApplicationScoped
class ProviderTenants implements TenantConfigResolver {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([^.]+)\\.([^.]+)\\.([^.]+)");

    private final Map<String, OidcTenantConfig> byIssuer = new HashMap<>();

    ProviderTenants(IdentityConfig config) {
        config.providers().forEach((name, provider) -> {
            if (byIssuer.putIfAbsent(provider.issuer(), tenant(name, provider)) != null) {
                throw new IllegalStateException("Two providers have the issuer " + provider.issuer());
            }
        });
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (byIssuer.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String issuer = claimedIssuer(request.request().getHeader("Authorization"));
        return Uni.createFrom().item(issuer == null ? null : byIssuer.get(issuer));
    }

    private static OidcTenantConfig tenant(String name, IdentityConfig.Provider provider) {
        return OidcTenantConfig.builder()
                .tenantId("provider-" + name)
                .authServerUrl(provider.issuer())
                .applicationType(ApplicationType.SERVICE)
                .token()
                .issuer(provider.issuer())
                .audience(provider.audience())
                .subjectRequired(true)
                .issuedAtRequired(true)
                // Checked with the provider's keys only; nobody can make us ask the provider about arbitrary text.
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }

    /** Read before anything is verified; null for what is no token of the usual form. */
    static @Nullable String claimedIssuer(@Nullable String authorization) {
        var matcher = BEARER.matcher(authorization == null ? "" : authorization.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(matcher.group(2));
            return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getValue("iss") instanceof String issuer
                    ? issuer
                    : null;
        } catch (IllegalArgumentException | DecodeException noToken) {
            return null;
        }
    }
}
