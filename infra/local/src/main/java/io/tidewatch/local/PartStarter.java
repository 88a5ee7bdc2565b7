package io.tidewatch.local;

import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.BootstrapFile;
import io.tidewatch.local.accounts.RealmImport;
import io.tidewatch.local.process.PrivateFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the parts of one stack, each with the configuration that fits the others. */
final class PartStarter {

    private static final List<String> BACKEND_JVM =
            List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
    private static final List<String> FRONTEND_JVM = List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC");

    private final StackPlan plan;

    PartStarter(StackPlan plan) {
        this.plan = plan;
    }

    /**
     * Starts a part and waits until it is ready.
     *
     * @param running the parts that are ready; the backend needs PostgreSQL among them
     */
    RunningPart start(Part part, Map<Part, RunningPart> running) {
        return switch (part) {
            case POSTGRES ->
                LocalPostgres.start(
                        plan.folder(part), new PostgresOptions(plan.port(part), plan.durable(), plan.log(part)));
            case CLICKHOUSE -> LocalClickHouse.start(plan.folder(part), plan.port(part), plan.log(part));
            case KEYCLOAK ->
                LocalKeycloak.start(
                        plan.folder(part), plan.realms(), new KeycloakOptions(plan.port(part), plan.log(part)));
            case BACKEND -> application(part, plan.applications().backend(), BACKEND_JVM, backend(running));
            case FRONTEND -> application(part, plan.applications().frontend(), FRONTEND_JVM, frontend());
        };
    }

    /** Which parts must be ready before this one starts; both applications ask Keycloak when they start. */
    static List<Part> needs(Part part) {
        return switch (part) {
            case POSTGRES, CLICKHOUSE, KEYCLOAK -> List.of();
            case BACKEND -> List.of(Part.POSTGRES, Part.CLICKHOUSE, Part.KEYCLOAK);
            case FRONTEND -> List.of(Part.KEYCLOAK);
        };
    }

    /** Answers 200 when a part is well; PostgreSQL has no such address. */
    static URI health(StackPlan plan, Part part) {
        return switch (part) {
            case POSTGRES -> URI.create("tcp://127.0.0.1:" + plan.port(part));
            case CLICKHOUSE -> plan.url(part).resolve("/ping");
            case KEYCLOAK -> URI.create(plan.issuer() + "/.well-known/openid-configuration");
            case BACKEND, FRONTEND -> plan.url(part).resolve("/q/health/ready");
        };
    }

    private LocalApplication application(
            Part part, Path jar, List<String> jvmOptions, Map<String, String> environment) {
        return LocalApplication.start(
                part, jar, jvmOptions, environment, plan.folder(part), health(plan, part), plan.log(part));
    }

    private Map<String, String> backend(Map<Part, RunningPart> running) {
        if (!(running.get(Part.POSTGRES) instanceof LocalPostgres postgres)) {
            throw new LocalStackException("The backend needs PostgreSQL in the same stack.");
        }
        Path bootstrap = plan.data().resolve("bootstrap.json");
        PrivateFile.write(bootstrap, BootstrapFile.json(plan.accounts(), plan.issuer(), plan.apiKeys()));
        Map<String, String> environment = web(Part.BACKEND);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.application().username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.application().password());
        environment.put("QUARKUS_DATASOURCE_OWNER_JDBC_URL", postgres.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_OWNER_USERNAME", postgres.owner().username());
        environment.put("QUARKUS_DATASOURCE_OWNER_PASSWORD", postgres.owner().password());
        environment.put("TIDEWATCH_CLICKHOUSE_URL", plan.url(Part.CLICKHOUSE).toString());
        environment.put("TIDEWATCH_CLICKHOUSE_DATABASE", "tidewatch");
        environment.put("TIDEWATCH_ORGANIZATION_BOOTSTRAP_FILE", bootstrap.toString());
        plan.accounts()
                .providers()
                .forEach(provider -> environment.put(
                        "TIDEWATCH_IDENTITY_PROVIDERS_" + provider.key().toUpperCase(Locale.ROOT) + "_ISSUER",
                        issuer(provider)));
        // The web UI runs on the same machine and says for whom it asks.
        environment.put("TIDEWATCH_HTTP_TRUSTED_PROXIES", "127.0.0.1");
        environment.putAll(plan.backendSettings());
        return environment;
    }

    private Map<String, String> frontend() {
        Map<String, String> environment = web(Part.FRONTEND);
        environment.put("QUARKUS_OIDC_CLIENT_ID", RealmImport.FRONTEND);
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", plan.frontendSecret());
        environment.put(
                "QUARKUS_OIDC_AUTHENTICATION_STATE_SECRET", plan.secrets().get("frontend state"));
        environment.put(
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                plan.secrets().get("frontend tokens"));
        environment.put(
                "QUARKUS_REST_CLIENT_BACKEND_URL", plan.url(Part.BACKEND).toString());
        plan.accounts().providers().forEach(provider -> {
            String prefix = "TIDEWATCH_SIGN_IN_PROVIDERS_" + provider.key().toUpperCase(Locale.ROOT);
            environment.put(prefix + "_ISSUER", issuer(provider));
            environment.put(prefix + "_TITLE", provider.title());
            environment.put(prefix + "_CLIENT_SECRET", plan.frontendSecret());
        });
        environment.putAll(plan.frontendSettings());
        return environment;
    }

    private String issuer(Accounts.Provider provider) {
        return plan.issuer().resolve("/realms/" + provider.key()).toString();
    }

    private Map<String, String> web(Part part) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(plan.port(part)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", plan.issuer().toString());
        return environment;
    }
}
