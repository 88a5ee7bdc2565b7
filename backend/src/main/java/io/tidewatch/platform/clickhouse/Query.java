package io.tidewatch.platform.clickhouse;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One run of a statement: bind every parameter, then choose how to read. Runs once subscribed, on a worker thread; not
 * to be reused.
 */
public final class Query {

    private final ClickHouse clickHouse;
    private final SqlStatement statement;
    private final OrganizationId organization;
    private final Map<String, String> values = new LinkedHashMap<>();
    private Duration timeout;

    Query(ClickHouse clickHouse, SqlStatement statement, OrganizationId organization, Duration timeout) {
        this.clickHouse = clickHouse;
        this.statement = statement;
        this.organization = organization;
        this.timeout = timeout;
        values.put(SqlStatement.ORGANIZATION, organization.toString());
    }

    /**
     * Binds a parameter of the statement.
     *
     * @param value a String, Number, Boolean, UUID, Instant, LocalDate, Enum, a Collection of these, double[] or long[]
     * @throws IllegalArgumentException if the statement has no such parameter
     */
    public Query bind(String name, Object value) {
        if (name.equals(SqlStatement.ORGANIZATION) || !statement.parameters().containsKey(name)) {
            throw new IllegalArgumentException("Statement " + statement.name() + " has no parameter " + name);
        }
        values.put(name, ParameterFormat.format(value));
        return this;
    }

    /** Binds the half-open time range {@code from <= t < to}. */
    public Query between(Instant from, Instant to) {
        return bind("from", from).bind("to", to);
    }

    /** Allows another run time than the configured one. */
    public Query timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /**
     * Changes rows as the statement says and waits until the change has reached every stored row. Safe to repeat.
     *
     * @throws IllegalStateException if the statement only reads
     */
    public Uni<Void> change() {
        if (!statement.isChange()) {
            throw new IllegalStateException("Statement " + statement.name() + " changes nothing");
        }
        checkBound();
        return clickHouse.change(statement, organization, Map.copyOf(values), timeout);
    }

    /** All rows. For results that are small by construction; else use {@link #forEach}. */
    public <T> Uni<List<T>> list(RowMapper<T> mapper) {
        return Uni.createFrom().deferred(() -> {
            List<T> rows = new ArrayList<>();
            return forEach(row -> rows.add(mapper.map(row))).replaceWith(rows);
        });
    }

    /** The first row, if there is one. */
    public <T> Uni<Optional<T>> first(RowMapper<T> mapper) {
        return Uni.createFrom().deferred(() -> {
            AtomicReference<Optional<T>> first = new AtomicReference<>(Optional.empty());
            return forEach(row -> {
                        if (first.get().isEmpty()) {
                            first.set(Optional.of(mapper.map(row)));
                        }
                    })
                    .map(ignored -> first.get());
        });
    }

    /**
     * Hands over row by row while the answer arrives, without ever holding all of it.
     *
     * @param consumer runs on the worker thread
     * @return how many rows there were
     */
    public Uni<Long> forEach(Consumer<Row> consumer) {
        checkBound();
        return clickHouse.run(statement, organization, Map.copyOf(values), timeout, consumer);
    }

    private void checkBound() {
        for (String name : statement.parameters().keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalStateException("Statement " + statement.name() + " needs parameter " + name);
            }
        }
    }
}
