package io.tidewatch.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.local.LocalKeycloak;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The real Keycloak as its administrator sees it. */
public final class Keycloak {

    private final String issuer;

    private Keycloak(String issuer) {
        this.issuer = issuer;
    }

    /** The realm of this issuer. */
    public static Keycloak of(String issuer) {
        return new Keycloak(issuer);
    }

    /** Ends the sign-in, as the person or the provider's administrator may. */
    public void endSession(String sid) {
        admin().delete("/sessions/" + sid).then().statusCode(204);
    }

    /** Takes a person out of a group. */
    public void leave(String username, String group) {
        admin().delete("/users/" + id("/users?exact=true&username=" + username) + "/groups/" + group(group))
                .then()
                .statusCode(204);
    }

    /** Puts a person into a group. */
    public void join(String username, String group) {
        admin().put("/users/" + id("/users?exact=true&username=" + username) + "/groups/" + group(group))
                .then()
                .statusCode(204);
    }

    /** Puts the service account of a client into a group. */
    public void joinServiceAccount(String client, String group) {
        String user = admin().get("/clients/" + client(client).get("id") + "/service-account-user")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        admin().put("/users/" + user + "/groups/" + group(group)).then().statusCode(204);
    }

    /** Lets Keycloak tell this address when a session of the client ends. */
    public void tellLogouts(String client, String address) {
        Map<String, Object> representation = client(client);
        Map<Object, Object> attributes = new LinkedHashMap<>((Map<?, ?>) representation.get("attributes"));
        attributes.put("backchannel.logout.url", address);
        attributes.put("backchannel.logout.session.required", "true");
        representation.put("attributes", attributes);
        admin().body(representation)
                .put("/clients/" + representation.get("id"))
                .then()
                .statusCode(204);
    }

    /** A token of a confidential client on nobody's behalf; the client is made on first use. */
    public String serviceAccount(String client) {
        int made = admin().body(Map.of(
                        "clientId",
                        client,
                        "secret",
                        "secret-of-" + client,
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "publicClient",
                        false,
                        "protocolMappers",
                        List.of(
                                mapper(
                                        "audience",
                                        "oidc-audience-mapper",
                                        Map.of(
                                                "included.client.audience",
                                                Tokens.AUDIENCE,
                                                "access.token.claim",
                                                "true")),
                                mapper(
                                        "groups",
                                        "oidc-group-membership-mapper",
                                        Map.of(
                                                "claim.name",
                                                "groups",
                                                "full.path",
                                                "false",
                                                "access.token.claim",
                                                "true")))))
                .post("/clients")
                .then()
                .extract()
                .statusCode();
        assertThat(made).isIn(201, 409);
        return RestAssured.given()
                .baseUri(issuer)
                .formParams(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        "secret-of-" + client))
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    private Map<String, Object> client(String clientId) {
        List<Map<String, Object>> found = admin().get("/clients?clientId=" + clientId)
                .then()
                .statusCode(200)
                .extract()
                .path("");
        return new LinkedHashMap<>(found.getFirst());
    }

    private String group(String name) {
        return id("/groups?exact=true&search=" + name);
    }

    private String id(String query) {
        return admin().get(query).then().statusCode(200).extract().path("[0].id");
    }

    /** A request to the admin interface of the realm. */
    public RequestSpecification admin() {
        String password = ConfigProvider.getConfig().getValue(TestStack.KEYCLOAK_ADMIN_PASSWORD, String.class);
        String master = issuer.replaceAll("/realms/.*", "/realms/master");
        String token = Tokens.fromKeycloak(master, "admin-cli", LocalKeycloak.ADMIN, password);
        return RestAssured.given()
                .baseUri(issuer.replace("/realms/", "/admin/realms/"))
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token);
    }
}
