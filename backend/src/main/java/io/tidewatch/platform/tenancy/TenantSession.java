package io.tidewatch.platform.tenancy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Opens transactions inside one organization.
 *
 * <p>The organization is set transaction-locally as the first statement, and row-level security does the rest: a
 * statement without a filter still sees and writes only that organization's rows. Each outermost call runs on a
 * duplicated Vert.x context of its own, so that two calls of one request never share a session by accident, and a
 * cancelled caller never interrupts Hibernate in the middle of a statement: the transaction runs to its end and rolls
 * back. Server-side timeouts bound it.
 */
@ApplicationScoped
public class TenantSession {

    private static final String SCOPE_KEY = TenantSession.class.getName() + ".scope";
    private static final String TRACE_ID = "traceId";
    private static final String SET_ORGANIZATION = "select set_config('app.organization', :organization, true)";

    private final Vertx vertx;

    TenantSession(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs {@code work} in a transaction of {@code organization}: commits when the returned Uni emits an item, rolls
     * back when it fails or when the caller gives up.
     *
     * <p>A call inside another one joins its session and transaction for the same organization and fails with {@link
     * IllegalStateException} for a different one. Panache repositories work inside, and nowhere else. Chain database calls inside {@code work}; never run them in parallel.
     */
    public <T> Uni<T> inOrganization(OrganizationId organization, Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Scope outer = current();
            if (outer == null) {
                return detached(organization, work);
            }
            if (!organization.equals(outer.organization())) {
                return Uni.createFrom()
                        .failure(new IllegalStateException("A transaction of another organization is open"));
            }
            return work.apply(outer.session());
        });
    }

    private <T> Uni<T> detached(OrganizationId organization, Function<Mutiny.Session, Uni<T>> work) {
        AtomicBoolean abandoned = new AtomicBoolean();
        return Uni.createFrom().emitter((UniEmitter<? super T> emitter) -> {
            emitter.onTermination(() -> abandoned.set(true));
            Context caller = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
            Context own = ownContext();
            Object traceId = MDC.get(TRACE_ID);
            Uni<T> transaction = Uni.createFrom()
                    .deferred(() -> abandoned.get()
                            ? Uni.createFrom().<T>failure(new CancellationException())
                            : Panache.withTransaction(() -> Panache.getSession()
                                    .chain(session -> work(own, new Scope(organization, session), work, abandoned))));
            own.runOnContext(ignored -> {
                describe(organization, traceId);
                transaction
                        .subscribe()
                        .with(
                                item -> resume(caller, () -> emitter.complete(item)),
                                failure -> resume(caller, () -> emitter.fail(failure)));
            });
        });
    }

    private static <T> Uni<T> work(
            Context own, Scope scope, Function<Mutiny.Session, Uni<T>> work, AtomicBoolean abandoned) {
        Mutiny.Session session = scope.session();
        return enter(scope)
                .chain(() -> {
                    if (abandoned.get()) {
                        return Uni.createFrom().<T>failure(new CancellationException());
                    }
                    own.putLocal(SCOPE_KEY, scope);
                    return work.apply(session);
                })
                .invoke(() -> {
                    if (abandoned.get()) {
                        session.currentTransaction().markForRollback();
                    }
                })
                .eventually(() -> own.removeLocal(SCOPE_KEY));
    }

    /** Logs inside the transaction name the organization and the request, although they run on another context. */
    private static void describe(OrganizationId organization, @Nullable Object traceId) {
        MDC.put("organizationId", organization.toString());
        if (traceId != null) {
            MDC.put(TRACE_ID, traceId);
        }
    }

    private static Uni<?> enter(Scope scope) {
        return scope.session()
                .createNativeQuery(SET_ORGANIZATION, String.class)
                .setParameter("organization", scope.organization().toString())
                .getSingleResult();
    }

    private static @Nullable Scope current() {
        Context context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context) ? null : context.getLocal(SCOPE_KEY);
    }

    /** A duplicate of the current event loop's context, so that the connection pool of that loop is used. */
    private Context ownContext() {
        Context current = Vertx.currentContext();
        Context root = current != null && current.isEventLoopContext()
                ? VertxContext.getRootContext(current)
                : ((VertxInternal) vertx).createEventLoopContext();
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(root));
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private static void resume(@Nullable Context caller, Runnable continuation) {
        if (caller == null) {
            continuation.run();
        } else {
            caller.runOnContext(ignored -> continuation.run());
        }
    }

    private record Scope(OrganizationId organization, Mutiny.Session session) {}
}
