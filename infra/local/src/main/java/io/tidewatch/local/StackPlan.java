package io.tidewatch.local;

import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.ApiKeys;
import io.tidewatch.local.accounts.RealmImport;
import io.tidewatch.local.accounts.SignIn;
import io.tidewatch.local.process.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is decided before the first process starts.
 *
 * @param data the stack's data folder
 * @param applications the packaged backend and frontend
 * @param parts which parts run
 * @param ports the port of every part, also of those that do not run
 * @param durable whether acknowledged writes are on disk; false is faster, for tests
 * @param accounts organizations and people to start with
 * @param uiUrl where people reach the web application
 * @param secrets the stack's own secrets
 * @param backendSettings environment variables of the backend beside those that it needs
 * @param frontendSettings the same for the frontend
 */
record StackPlan(
        Path data,
        Applications applications,
        Set<Part> parts,
        Map<Part, Integer> ports,
        boolean durable,
        Accounts accounts,
        URI uiUrl,
        Secrets secrets,
        Map<String, String> backendSettings,
        Map<String, String> frontendSettings) {

    URI url(Part part) {
        return URI.create("http://127.0.0.1:" + ports.get(part));
    }

    int port(Part part) {
        return ports.getOrDefault(part, 0);
    }

    Path folder(Part part) {
        return data.resolve(part.label());
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    URI issuer() {
        return url(Part.KEYCLOAK).resolve("/realms/" + RealmImport.REALM);
    }

    String frontendSecret() {
        return secrets.get("frontend client");
    }

    List<RealmImport> realms() {
        return Stream.concat(
                        Stream.of(RealmImport.from(accounts, uiUrl, frontendSecret())),
                        accounts.providers().stream()
                                .map(provider -> RealmImport.of(provider, uiUrl, frontendSecret())))
                .toList();
    }

    List<ApiKeys.Issued> apiKeys() {
        return ApiKeys.of(accounts, secrets);
    }

    List<SignIn> signIns() {
        return SignIn.of(accounts);
    }
}
