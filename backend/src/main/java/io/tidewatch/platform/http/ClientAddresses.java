package io.tidewatch.platform.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a request came from, across the proxies that the configuration trusts. */
@ApplicationScoped
public class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final AddressRanges trusted;

    ClientAddresses(HttpEdgeConfig config) {
        this.trusted = AddressRanges.of(config.trustedProxies().orElse(List.of()));
    }

    /**
     * The address that the request came from: that of the connection, or, if a trusted proxy holds it, what the proxy says.
     * Null for a request without a connection.
     */
    public @Nullable String of(RoutingContext request) {
        SocketAddress peer = request.request().remoteAddress();
        String address = peer == null ? null : peer.hostAddress();
        return address == null
                ? null
                : trusted.client(address, request.request().headers().getAll(FORWARDED_FOR));
    }
}
