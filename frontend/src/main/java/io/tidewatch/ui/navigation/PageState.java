package io.tidewatch.ui.navigation;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.tidewatch.ui.client.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the query of a page's address says. Every link carries it on, so that a page sent to a colleague looks the same there.
 *
 * @param organization key of the organization, null for the one used last
 * @param team key of a team to narrow lists to, null for all
 * @param version model version to narrow to, null for all
 * @param environment environment to narrow to, null for all
 */
public record PageState(
        @Nullable String organization,
        @Nullable String team,
        TimeRange range,
        @Nullable String version,
        @Nullable String environment) {

    private static final String ORGANIZATION = "org";
    private static final String TEAM = "team";
    private static final String RANGE = "range";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String VERSION = "version";
    private static final String ENVIRONMENT = "environment";

    /** The state an address carries. */
    public static PageState of(Location location) {
        QueryParameters query = location.getQueryParameters();
        return new PageState(
                single(query, ORGANIZATION),
                single(query, TEAM),
                TimeRange.parse(single(query, RANGE), single(query, FROM), single(query, TO)),
                single(query, VERSION),
                single(query, ENVIRONMENT));
    }

    /** The query that carries this state; what is at its default is left out. */
    public QueryParameters query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        put(query, ORGANIZATION, organization);
        put(query, TEAM, team);
        switch (range) {
            case TimeRange.Last last when !last.equals(TimeRange.DEFAULT) -> put(query, RANGE, last.code());
            case TimeRange.Last last -> {}
            case TimeRange.Between(var from, var to) -> {
                put(query, FROM, from.toString());
                put(query, TO, to.toString());
            }
        }
        put(query, VERSION, version);
        put(query, ENVIRONMENT, environment);
        return new QueryParameters(query);
    }

    /** The part of the predictions to ask the backend for. */
    public Scope scope(Window window) {
        return new Scope(window.from(), window.to(), version, environment);
    }

    /** Another organization: its teams and versions are not those of the one left. */
    public PageState withOrganization(String key) {
        return new PageState(key, null, range, null, null);
    }

    /** Narrowed to a team, or to none. */
    public PageState withTeam(@Nullable String key) {
        return new PageState(organization, key, range, version, environment);
    }

    /** Another time range. */
    public PageState withRange(TimeRange other) {
        return new PageState(organization, team, other, version, environment);
    }

    /** Narrowed to a version, or to none. */
    public PageState withVersion(@Nullable String key) {
        return new PageState(organization, team, range, key, environment);
    }

    /** Narrowed to an environment, or to none. */
    public PageState withEnvironment(@Nullable String key) {
        return new PageState(organization, team, range, version, key);
    }

    /** Without what belongs to one model, for links that leave it. */
    public PageState outsideModel() {
        return new PageState(organization, team, range, null, null);
    }

    private static @Nullable String single(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank()).orElse(null);
    }

    private static void put(Map<String, List<String>> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, List.of(value));
        }
    }
}
