package io.tidewatch.clickhouse.embedded.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Database and settings of a session, as a request wants them and as a native connection has them.
 *
 * @param database current database
 * @param settings settings that differ from the session's defaults, by name
 */
public record SessionState(String database, Map<String, String> settings) {

    /** The database of a request that names none. */
    public static final String DEFAULT_DATABASE = "default";

    /** State of a connection that was just opened. */
    static final SessionState INITIAL = new SessionState(DEFAULT_DATABASE, Map.of());

    /**
     * The statements that bring a connection from this state to another.
     *
     * <p>One SET does both: it takes back what the request before has set, and sets what this one asks for. Statements
     * are used because every kind of statement accepts its settings this way, which a SETTINGS clause does not offer.
     *
     * @param defaults values to return to; settings not in it return to the engine's own default
     */
    List<String> statementsTo(SessionState target, Map<String, String> defaults) {
        List<String> statements = new ArrayList<>();
        if (!database.equals(target.database)) {
            statements.add("USE " + SqlText.identifier(target.database));
        }
        List<String> changes = new ArrayList<>();
        for (String name : new TreeSet<>(settings.keySet())) {
            if (!target.settings.containsKey(name)) {
                changes.add(SqlText.identifier(name) + " = "
                        + Optional.ofNullable(defaults.get(name))
                                .map(SqlText::string)
                                .orElse("DEFAULT"));
            }
        }
        for (String name : new TreeSet<>(target.settings.keySet())) {
            String value = String.valueOf(target.settings.get(name));
            if (!value.equals(settings.get(name))) {
                changes.add(SqlText.identifier(name) + " = " + SqlText.string(value));
            }
        }
        if (!changes.isEmpty()) {
            statements.add("SET " + String.join(", ", changes));
        }
        return statements;
    }
}
