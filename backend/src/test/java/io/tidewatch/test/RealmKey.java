package io.tidewatch.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key that the test realm signs tokens with. Tests know it, so that they can sign tokens that Keycloak itself would
 * never give: expired ones, for other audiences, for people who don't exist.
 */
final class RealmKey {

    private RealmKey() {}

    /** The key of this realm and folder, made on first use. */
    static String encoded(Path folder, String realm) {
        Path file = folder.resolve(realm + "-key.txt");
        try {
            if (!Files.exists(file)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
                Files.createDirectories(folder);
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey decode(String encoded) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The realm with this key in place of a random one. */
    static Map<String, Object> addTo(Map<String, Object> realm, String encoded) {
        Map<String, Object> changed = new LinkedHashMap<>(realm);
        changed.put(
                "components",
                Map.of(
                        "org.keycloak.keys.KeyProvider",
                        List.of(
                                provider("rsa", Map.of("privateKey", List.of(encoded), "priority", List.of("200"))),
                                provider("hmac-generated", Map.of("algorithm", List.of("HS512"))),
                                provider("aes-generated", Map.of()))));
        return changed;
    }

    private static Map<String, Object> provider(String id, Map<String, Object> config) {
        return Map.of("name", "test-" + id, "providerId", id, "subComponents", Map.of(), "config", config);
    }
}
