package io.tidewatch.ui.identity;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A data request of an open page must get an error it understands, not the redirect to the identity provider. */
@ApplicationScoped
class RedirectForPagesOnly implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return context.request().getParam("v-r") != null;
    }
}
