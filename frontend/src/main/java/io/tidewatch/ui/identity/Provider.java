package io.tidewatch.ui.identity;

/**
 * An OIDC provider at which people can sign in.
 *
 * @param name in addresses: {@code /signin/<name>}
 * @param title for people
 * @param tenant what Quarkus knows it as
 */
record Provider(String name, String title, String tenant) {

    /** What Quarkus calls the provider of {@code quarkus.oidc.*} itself. */
    static final String FIRST_TENANT = "Default";

    boolean isFirst() {
        return tenant.equals(FIRST_TENANT);
    }

    /** Where the provider sends people back to. */
    String callbackPath() {
        return isFirst() ? Providers.CALLBACK : Providers.CALLBACK + "/" + name;
    }

    /** Whether a cookie belongs to a sign-in at this provider. */
    boolean ownsSessionCookie(String cookie) {
        String first = "q_session";
        if (isFirst()) {
            return cookie.equals(first)
                    || cookie.startsWith(first + "_chunk_")
                    || cookie.equals(first + "_at")
                    || cookie.equals(first + "_rt");
        }
        return cookie.equals(first + "_" + tenant) || cookie.startsWith(first + "_" + tenant + "_");
    }
}
