package io.tidewatch.ui.dashboard;

import io.tidewatch.ui.client.BackendException;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.client.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads how a team's models stand: the list, then the health of each, a few at a time. */
@ApplicationScoped
class Standings {

    private static final int PARALLEL = 8;

    private final Models models;

    Standings(Models models) {
        this.models = models;
    }

    Standing read(Caller caller, @Nullable String team) {
        Page<Model> page = models.list(caller, team, null, null);
        Semaphore places = new Semaphore(PARALLEL);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Standing.Entry>> asked = new ArrayList<>();
            for (Model model : page.items()) {
                asked.add(executor.submit(() -> entry(caller, model, places)));
            }
            List<Standing.Entry> entries = new ArrayList<>();
            for (Future<Standing.Entry> each : asked) {
                entries.add(each.get());
            }
            return new Standing(entries, page.nextCursor() != null);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return new Standing(List.of(), false);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One model that cannot be read must not hide the others. */
    private Standing.Entry entry(Caller caller, Model model, Semaphore places) throws InterruptedException {
        places.acquire();
        try {
            return new Standing.Entry(model, models.health(caller, model.key()));
        } catch (BackendException unreadable) {
            return new Standing.Entry(model, null);
        } finally {
            places.release();
        }
    }
}
