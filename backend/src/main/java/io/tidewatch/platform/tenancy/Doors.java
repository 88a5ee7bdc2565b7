package io.tidewatch.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Calls the database functions that must run before an organization is known, or across organizations. Each of them is
 * narrow by itself: one key id or one person in, her rows out. No organization is set here, so tenant tables are empty.
 */
@ApplicationScoped
public class Doors {

    private static final Pattern FUNCTION = Pattern.compile("[a-z_]+");

    private final Pool pool;

    Doors(Pool pool) {
        this.pool = pool;
    }

    /**
     * Calls a function and maps its rows.
     *
     * @param function name of a function that the application role may execute
     * @param arguments its arguments in order; arrays are allowed
     */
    public <T> Uni<List<T>> call(String function, List<Object> arguments, Function<Row, T> mapper) {
        return pool.preparedQuery("select * from " + call(function, arguments, "$"))
                .execute(Tuple.from(arguments))
                .map(rows -> map(rows, mapper));
    }

    /**
     * Calls a function without a result inside an organization's transaction.
     *
     * @param session the session that {@link TenantSession} handed out
     */
    public Uni<Void> within(Mutiny.Session session, String function, List<Object> arguments) {
        return textWithin(session, function, arguments).replaceWithVoid();
    }

    /**
     * As {@link #within}, for a function with one result, which is read as text; null for none.
     *
     * @param session the session that {@link TenantSession} handed out
     */
    public Uni<String> textWithin(Mutiny.Session session, String function, List<Object> arguments) {
        var query =
                session.createNativeQuery("select cast(" + call(function, arguments, "?") + " as text)", String.class);
        for (int i = 0; i < arguments.size(); i++) {
            query = query.setParameter(i + 1, arguments.get(i));
        }
        return query.getSingleResultOrNull();
    }

    private static String call(String function, List<Object> arguments, String place) {
        if (!FUNCTION.matcher(function).matches()) {
            throw new IllegalArgumentException("Not a function: " + function);
        }
        return IntStream.rangeClosed(1, arguments.size())
                .mapToObj(index -> place + index)
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static <T> List<T> map(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> mapped = new ArrayList<>(rows.size());
        rows.forEach(row -> mapped.add(mapper.apply(row)));
        return mapped;
    }
}
