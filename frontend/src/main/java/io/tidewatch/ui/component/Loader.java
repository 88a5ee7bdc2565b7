package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import io.tidewatch.ui.client.BackendException;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.identity.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way pages get data: the call runs on a virtual thread without the session lock, its result is delivered with
 * {@code ui.access}. A load that is cancelled, or whose page is gone, delivers nothing and its request is stopped.
 */
@ApplicationScoped
public class Loader {

    private static final Logger LOG = Logger.getLogger(Loader.class);
    /** Calls of one sign-in at a time: a long list asks row by row, and must not crowd out other people. */
    private static final int PARALLEL = 8;

    private final Callers callers;
    private final Clock clock = Clock.systemUTC();

    /** A loader for the people these callers know. */
    public Loader(Callers callers) {
        this.callers = callers;
    }

    /** A blocking call of the backend on someone's behalf. */
    @FunctionalInterface
    public interface Call<T> {
        /** Asks the backend. */
        T call(Caller caller);
    }

    /** A load under way. */
    public interface Ticket {
        /** Stops it; nothing is delivered from now on. Must be called with the session locked, as everything on a page. */
        void cancel();
    }

    /**
     * Starts a call. Exactly one of {@code done} and {@code failed} runs, with the session locked, unless the load is
     * cancelled or {@code owner} leaves the page first.
     *
     * @param organization key of the organization to act in, null for the one used last
     */
    public <T> Ticket load(
            Component owner, @Nullable String organization, Call<T> call, Consumer<T> done, Consumer<Failure> failed) {
        UI ui = owner.getUI().orElseGet(UI::getCurrent);
        Signed signed = Signed.current();
        Load load = new Load();
        var detach = owner.addDetachListener(event -> load.cancel());
        load.onEnd = detach::remove;
        Thread thread = Thread.ofVirtual().name("load").unstarted(() -> {
            Command delivery = outcome(ui, signed, organization, call, done, failed);
            if (delivery != null && !load.cancelled) {
                deliver(ui, () -> {
                    if (load.finish()) {
                        delivery.execute();
                    }
                });
            }
        });
        load.thread.set(thread);
        thread.start();
        return load;
    }

    private <T> @Nullable Command outcome(
            UI ui,
            Signed signed,
            @Nullable String organization,
            Call<T> call,
            Consumer<T> done,
            Consumer<Failure> failed) {
        Semaphore places = signed.attachment(Semaphore.class, () -> new Semaphore(PARALLEL));
        try {
            places.acquire();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            T value = call.call(callers.in(signed, organization));
            return () -> done.accept(value);
        } catch (BackendException failure) {
            return () -> fail(ui, signed, failure.failure(), failed);
        } catch (RuntimeException defect) {
            LOG.error("A page's call failed", defect);
            return () -> failed.accept(new Failure.Unexpected(0, "This page has a defect; it has been logged", null));
        } finally {
            places.release();
        }
    }

    private void fail(UI ui, Signed signed, Failure failure, Consumer<Failure> failed) {
        if (failure instanceof Failure.SignInNeeded && signed.isExpired(clock)) {
            // Any request for a page renews the sign-in or asks for a new one, and comes back here.
            ui.getPage().reload();
        } else {
            failed.accept(failure);
        }
    }

    /** Results for a page that is gone are dropped. */
    @SuppressWarnings("FutureReturnValueIgnored") // errors of the command reach the session's error handler
    private static void deliver(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("The page was left before its data arrived");
        }
    }

    /** One load. Its fields but the thread and the flag are used with the session locked only. */
    private static final class Load implements Ticket {

        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        private volatile boolean cancelled;
        private @Nullable Runnable onEnd;

        @Override
        public void cancel() {
            cancelled = true;
            Thread running = thread.get();
            if (running != null && !running.equals(Thread.currentThread())) {
                running.interrupt();
            }
            finish();
        }

        /** Whether this was still under way; afterwards it is over. */
        boolean finish() {
            Runnable end = onEnd;
            onEnd = null;
            if (end != null) {
                end.run();
            }
            return end != null && !cancelled;
        }
    }
}
