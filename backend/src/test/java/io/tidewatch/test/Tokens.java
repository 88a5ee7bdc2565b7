package io.tidewatch.test;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Access tokens: from the real Keycloak for {@link Person}, or signed with its key for everything else. */
public final class Tokens {

    /** The audience that the backend asks for. */
    public static final String AUDIENCE = "tidewatch-backend";

    /** Well below the life of a token, which a slow run outlasts. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private static final Map<Person, Kept> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, String> KEY_IDS = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token from Keycloak. */
    public static String of(Person person) {
        return TOKENS.compute(person, (ignored, kept) -> {
                    Instant now = Instant.now();
                    return kept != null && now.isBefore(kept.until())
                            ? kept
                            : new Kept(
                                    fromKeycloak(issuer(), "tidewatch-cli", person.username(), person.username()),
                                    now.plus(KEPT));
                })
                .token();
    }

    /** A token by password for any client and realm of the Keycloak. */
    public static String fromKeycloak(String realm, String client, String username, String password) {
        return signIn(realm, client, username, password).access();
    }

    /** A new session of a person, whose tokens nobody else has. */
    public static Grant signIn(Person person) {
        return signIn(issuer(), "tidewatch-cli", person.username(), person.username());
    }

    /** A new session by password, for any client and realm of the Keycloak. */
    public static Grant signIn(String realm, String client, String username, String password) {
        return grant(
                realm,
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", username,
                        "password", password,
                        "scope", "openid"));
    }

    /** The next tokens of a session. */
    public static Grant refresh(String realm, Grant earlier) {
        return grant(
                realm,
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "tidewatch-cli",
                        "refresh_token", earlier.refresh()));
    }

    private static Grant grant(String realm, Map<String, String> form) {
        var answer = RestAssured.given()
                .baseUri(realm)
                .formParams(form)
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract();
        return new Grant(answer.path("access_token"), String.valueOf(answer.<String>path("refresh_token")));
    }

    /** The tokens of a session. */
    public record Grant(String access, String refresh) {

        /** A claim of the access token, as text. */
        public String claim(String name) {
            byte[] claims = Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]);
            return String.valueOf(
                    JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString(name));
        }
    }

    /** A token that Keycloak could have given to somebody it doesn't know. */
    public static String signed(String subject, Set<String> groups) {
        return sign(claims(subject, groups));
    }

    /** Valid claims, to be bent by a test. */
    public static JwtClaimsBuilder claims(@Nullable String subject, Set<String> groups) {
        return claims(issuer(), subject, groups);
    }

    /** Valid claims of any provider. */
    public static JwtClaimsBuilder claims(String issuer, @Nullable String subject, Set<String> groups) {
        JwtClaimsBuilder claims = Jwt.issuer(issuer);
        if (subject != null) {
            claims.subject(subject);
        }
        return claims.audience(AUDIENCE)
                .groups(groups)
                .claim("name", "Person " + subject)
                .issuedAt(Instant.now().minusSeconds(10))
                .expiresAt(Instant.now().plusSeconds(300));
    }

    /** Signs with the realm's own key. */
    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keyId(issuer())).sign(RealmKey.decode(config(TestStack.REALM_KEY)));
    }

    /** Signs with the key of the second provider's realm. */
    public static String signAsPartner(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keyId(partner())).sign(RealmKey.decode(config(TestStack.PARTNER_KEY)));
    }

    /** Signs with the realm's public key as if it were a shared secret, which some verifiers fall for. */
    public static String signedWithPublicKey(JwtClaimsBuilder claims) {
        return signedWithPublicKey(issuer(), claims);
    }

    /** The same with the public key of any realm. */
    public static String signedWithPublicKey(String issuer, JwtClaimsBuilder claims) {
        String pem = RestAssured.given().get(issuer).then().extract().path("public_key");
        byte[] secret = Base64.getDecoder().decode(pem);
        return claims.jws()
                .keyId(keyId(issuer))
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    /** The same claims without a signature, as the algorithm {@code none} allows. */
    public static String unsigned(String token) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    /** The issuer of all people in tests. */
    public static String issuer() {
        return config("quarkus.oidc.auth-server-url");
    }

    /** The issuer of the second provider. */
    public static String partner() {
        return config(TestStack.PARTNER);
    }

    private static String keyId(String of) {
        return KEY_IDS.computeIfAbsent(of, issuer -> {
            List<String> ids = RestAssured.given()
                    .baseUri(issuer)
                    .get("/protocol/openid-connect/certs")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("keys.findAll { it.use == 'sig' && it.alg == 'RS256' }.kid");
            return ids.getFirst();
        });
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private record Kept(String token, Instant until) {}
}
