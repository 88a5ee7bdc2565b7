package io.tidewatch.local.accounts;

import io.tidewatch.local.process.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The API keys of an accounts file with their generated values. */
public final class ApiKeys {

    private ApiKeys() {}

    /**
     * One key.
     *
     * @param organization key of its organization
     * @param team key of its team
     * @param name for people
     * @param scopes of ingest, read, manage
     * @param id the public part
     * @param secret the secret part
     */
    public record Issued(String organization, String team, String name, List<String> scopes, String id, String secret) {

        /** What a client sends as bearer token. */
        public String value() {
            return "tw_" + id + "_" + secret;
        }

        /** What the backend keeps of the secret: its SHA-256 in hexadecimal. */
        public String secretHash() {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The keys of all organizations; values are generated once and then remembered among the secrets. */
    public static List<Issued> of(Accounts accounts, Secrets secrets) {
        return accounts.organizations().stream()
                .flatMap(organization ->
                        organization.apiKeys().stream().map(key -> issue(organization.key(), key, secrets)))
                .toList();
    }

    private static Issued issue(String organization, Accounts.ApiKey key, Secrets secrets) {
        String name = "api key " + organization + "/" + key.team() + "/" + key.name();
        return new Issued(
                organization,
                key.team(),
                key.name(),
                key.scopes(),
                secrets.id(name + " (id)"),
                secrets.get(name + " (secret)"));
    }
}
