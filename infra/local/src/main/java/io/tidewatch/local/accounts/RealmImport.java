package io.tidewatch.local.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Keycloak realm of a local stack: its three clients, and the groups and people of an accounts file.
 *
 * <p>{@code tidewatch-cli} gives a token for a name and a password, for scripts and tests; a production realm must not
 * have it.
 *
 * @param content the realm as Keycloak's JSON representation
 */
public record RealmImport(Map<String, Object> content) {

    /** Name of the realm. */
    public static final String REALM = "tidewatch";

    /** Client of the web application: code flow with PKCE. */
    public static final String FRONTEND = "tidewatch-frontend";

    /** The audience of access tokens. */
    public static final String BACKEND = "tidewatch-backend";

    /** Client of scripts and tests: token by password. */
    public static final String CLI = "tidewatch-cli";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Makes the realm.
     *
     * @param accounts whose groups and users the realm has
     * @param uiUrl where the web application is served; the same port on {@code localhost} is allowed, too
     * @param frontendSecret the web application's client secret
     */
    public static RealmImport from(Accounts accounts, URI uiUrl, String frontendSecret) {
        List<String> groups = Stream.concat(
                        accounts.organizations().stream()
                                .flatMap(organization -> organization.groups().stream())
                                .filter(mapping -> mapping.provider() == null)
                                .map(Accounts.GroupMapping::group),
                        accounts.users().stream().flatMap(user -> user.groups().stream()))
                .distinct()
                .toList();
        return of(REALM, "Tidewatch", groups, accounts.users(), frontend(uiUrl, "", frontendSecret));
    }

    /** Makes the realm of a further provider, as {@link #from} does for the first. */
    public static RealmImport of(Accounts.Provider provider, URI uiUrl, String frontendSecret) {
        List<String> groups = provider.users().stream()
                .flatMap(user -> user.groups().stream())
                .distinct()
                .toList();
        return of(
                provider.key(),
                provider.title(),
                groups,
                provider.users(),
                frontend(uiUrl, "/" + provider.key(), frontendSecret));
    }

    private static RealmImport of(
            String name, String title, List<String> groups, List<Accounts.User> users, Map<String, Object> frontend) {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", name);
        realm.put("displayName", title);
        realm.put("enabled", true);
        realm.put("sslRequired", "external");
        realm.put("loginWithEmailAllowed", true);
        realm.put("duplicateEmailsAllowed", false);
        realm.put("groups", groups.stream().map(group -> Map.of("name", group)).toList());
        realm.put("users", users.stream().map(RealmImport::user).toList());
        realm.put("clients", List.of(frontend, backend(), cli()));
        return new RealmImport(realm);
    }

    /** Name of the realm. */
    public String name() {
        return String.valueOf(content.get("realm"));
    }

    private static Map<String, Object> user(Accounts.User user) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("username", user.username());
        result.put("enabled", true);
        result.put("email", user.email());
        result.put("emailVerified", true);
        result.put("firstName", user.firstName());
        result.put("lastName", user.lastName());
        result.put("credentials", List.of(ordered("type", "password", "value", user.password(), "temporary", false)));
        result.put("groups", user.groups().stream().map(group -> "/" + group).toList());
        return result;
    }

    private static Map<String, Object> frontend(URI uiUrl, String callback, String secret) {
        List<String> addresses = addresses(uiUrl);
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", FRONTEND);
        client.put("name", "Tidewatch");
        client.put("enabled", true);
        client.put("publicClient", false);
        client.put("secret", secret);
        client.put("standardFlowEnabled", true);
        client.put("directAccessGrantsEnabled", false);
        client.put(
                "redirectUris",
                addresses.stream().map(url -> url + "/oidc/callback" + callback).toList());
        client.put("webOrigins", List.of());
        client.put(
                "attributes",
                ordered(
                        "pkce.code.challenge.method",
                        "S256",
                        "post.logout.redirect.uris",
                        String.join(
                                "##", addresses.stream().map(url -> url + "/").toList()),
                        "backchannel.logout.url",
                        addresses.getFirst() + "/oidc/backchannel-logout",
                        "backchannel.logout.session.required",
                        "true"));
        client.put("protocolMappers", List.of(groupsMapper(), audienceMapper()));
        return client;
    }

    /** The address itself, and its alias on localhost: people type either. */
    private static List<String> addresses(URI uiUrl) {
        String own = uiUrl.toString().replaceAll("/+$", "");
        return Stream.of(own, own.replace("//127.0.0.1", "//localhost"))
                .distinct()
                .toList();
    }

    private static Map<String, Object> backend() {
        return ordered("clientId", BACKEND, "name", "Tidewatch API", "enabled", true, "bearerOnly", true);
    }

    private static Map<String, Object> cli() {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", CLI);
        client.put("name", "Scripts and tests on this machine");
        client.put("enabled", true);
        client.put("publicClient", true);
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", true);
        client.put("protocolMappers", List.of(groupsMapper(), audienceMapper()));
        return client;
    }

    private static Map<String, Object> groupsMapper() {
        return ordered(
                "name",
                "groups",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-group-membership-mapper",
                "config",
                ordered(
                        "claim.name", "groups",
                        "full.path", "false",
                        "id.token.claim", "true",
                        "access.token.claim", "true",
                        "userinfo.token.claim", "true"));
    }

    private static Map<String, Object> audienceMapper() {
        return ordered(
                "name",
                "audience",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                ordered("included.client.audience", BACKEND, "id.token.claim", "false", "access.token.claim", "true"));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** The groups, each as Keycloak's JSON representation. */
    public List<Map<String, Object>> groups() {
        return part("groups");
    }

    /** The people, each as Keycloak's JSON representation. */
    public List<Map<String, Object>> users() {
        return part("users");
    }

    /** The web application's client, without what Keycloak does not take in an update. */
    public Map<String, Object> frontendClient() {
        Map<String, Object> client = new LinkedHashMap<>(part("clients").stream()
                .filter(candidate -> FRONTEND.equals(candidate.get("clientId")))
                .findFirst()
                .orElseThrow());
        client.remove("protocolMappers");
        return client;
    }

    @SuppressWarnings("unchecked") // the content is made by from()
    private List<Map<String, Object>> part(String name) {
        return (List<Map<String, Object>>) content.getOrDefault(name, List.of());
    }

    /** The realm as a JSON document, for {@code --import-realm}. */
    public String json() {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
