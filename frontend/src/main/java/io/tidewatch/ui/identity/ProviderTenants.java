package io.tidewatch.ui.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells Quarkus which provider a request is about. A further provider has the settings of the first one, but for its
 * address, its client and the address that it sends people back to.
 */
@ApplicationScoped
class ProviderTenants implements TenantConfigResolver {

    private final Providers providers;
    private final SignInConfig config;
    private final Instance<TenantConfigBean> first;
    private final Map<String, OidcTenantConfig> made = new ConcurrentHashMap<>();

    ProviderTenants(Providers providers, SignInConfig config, Instance<TenantConfigBean> first) {
        this.providers = providers;
        this.config = config;
        this.first = first;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (providers.all().size() == 1) {
            return Uni.createFrom().nullItem();
        }
        Cookie chosen = request.request().getCookie(Providers.CHOICE);
        Provider provider = providers.of(
                request.normalizedPath(),
                request.request().cookies().stream().map(Cookie::getName).toList(),
                chosen == null ? null : chosen.getValue());
        // Quarkus has its own idea by the first cookie that it meets.
        request.put(OidcUtils.TENANT_ID_ATTRIBUTE, provider.tenant());
        return provider.isFirst()
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(made.computeIfAbsent(provider.name(), name -> tenant(provider)));
    }

    private OidcTenantConfig tenant(Provider provider) {
        SignInConfig.Further further = config.providers().get(provider.name());
        if (further == null) {
            throw new IllegalStateException("No settings of provider " + provider.name());
        }
        return OidcTenantConfig.builder(first.get().getDefaultTenant().oidcConfig())
                .tenantId(provider.tenant())
                .authServerUrl(further.issuer())
                .clientId(further.clientId())
                .credentials(further.clientSecret())
                .token()
                .issuer(further.issuer())
                .end()
                .authentication()
                .redirectPath(provider.callbackPath())
                .end()
                .build();
    }
}
