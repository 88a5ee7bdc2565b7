package io.tidewatch.ui.administration;

import java.net.URI;
import java.net.URISyntaxException;

/** OIDC issuers as people read them. */
final class Issuers {

    private Issuers() {}

    /** Host and last part of the path: {@code sso.example.com / staff}; the whole text if it is no address. */
    static String label(String issuer) {
        try {
            URI uri = new URI(issuer);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
            String last = path.substring(path.lastIndexOf('/') + 1);
            if (uri.getHost() == null) {
                return issuer;
            }
            return last.isEmpty() ? uri.getHost() : uri.getHost() + " / " + last;
        } catch (URISyntaxException notAnAddress) {
            return issuer;
        }
    }
}
