package io.tidewatch.local;

import java.util.Locale;

/** The processes of a local stack, in the order in which they are shown. */
public enum Part {
    /** PostgreSQL: organizations, people, models, rules. */
    POSTGRES(5432),
    /** ClickHouse: predictions and what is computed from them. */
    CLICKHOUSE(8123),
    /** Keycloak: people sign in here. */
    KEYCLOAK(8082),
    /** The REST interface. */
    BACKEND(8081),
    /** The web application. */
    FRONTEND(8080);

    private final int usualPort;

    Part(int usualPort) {
        this.usualPort = usualPort;
    }

    /** The port it has on a machine where nothing else uses it. */
    public int usualPort() {
        return usualPort;
    }

    /** Its name in messages, logs and {@code stack.json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
