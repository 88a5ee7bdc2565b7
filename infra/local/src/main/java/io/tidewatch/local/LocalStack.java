package io.tidewatch.local;

import io.tidewatch.local.accounts.ApiKeys;
import io.tidewatch.local.accounts.SignIn;
import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.Folders;
import io.tidewatch.local.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running stack: the chosen parts as child processes of this JVM. All of them end when it is closed, and when this
 * JVM ends for whatever reason.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.builder().with(Part.POSTGRES, Part.CLICKHOUSE).start()) {
 *     String jdbcUrl = stack.postgres().jdbcUrl();
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private static final List<List<Part>> STOP_ORDER =
            List.of(List.of(Part.FRONTEND), List.of(Part.BACKEND), List.of(Part.values()));

    private final StackPlan plan;
    private final StackLock lock;
    private final StackListener listener;
    private final boolean deleteData;
    private final PartStarter starter;
    private final Map<Part, RunningPart> running = new EnumMap<>(Part.class);
    private final CompletableFuture<Crash> crash = new CompletableFuture<>();
    private boolean closed;

    LocalStack(StackPlan plan, StackLock lock, StackListener listener, boolean deleteData) {
        this.plan = plan;
        this.lock = lock;
        this.listener = listener;
        this.deleteData = deleteData;
        this.starter = new PartStarter(plan);
    }

    /** Describes a stack; without more, it is fast, temporary, and on free ports, as tests want it. */
    public static LocalStackBuilder builder() {
        return new LocalStackBuilder();
    }

    void startParts() {
        writeRunFile();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Map<Part, CompletableFuture<Void>> started = new EnumMap<>(Part.class);
                for (Part part : plan.parts()) {
                    CompletableFuture<Void> ready = all(PartStarter.needs(part).stream()
                                    .map(started::get)
                                    .filter(Objects::nonNull)
                                    .toList())
                            .thenRunAsync(() -> startPart(part), threads);
                    started.put(part, ready.whenComplete((done, problem) -> {
                        if (problem != null) {
                            failure.completeExceptionally(problem);
                        }
                    }));
                }
                CompletableFuture.anyOf(all(started.values()), failure).join();
            } catch (CompletionException e) {
                threads.shutdownNow(); // the other starts give up and stop what they have begun
                throw e;
            }
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof LocalStackException reason ? reason : e;
        }
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private void startPart(Part part) {
        listener.starting(part);
        long begin = System.nanoTime();
        Map<Part, RunningPart> soFar;
        synchronized (this) {
            soFar = new EnumMap<>(running);
        }
        RunningPart started = starter.start(part, soFar);
        synchronized (this) {
            running.put(part, started);
            writeRunFile();
        }
        // The future never fails and nobody waits for it: it lives as long as the process.
        var _ = started.process().exit().thenAccept(code -> ended(part, started, code));
        listener.ready(part, plan.port(part), Duration.ofNanos(System.nanoTime() - begin));
    }

    private synchronized void ended(Part part, RunningPart which, int exitCode) {
        boolean expected = closed || running.get(part) != which;
        if (!expected) {
            crash.complete(
                    new Crash(part, exitCode, LogFile.tail(which.process().log(), 20)));
        }
    }

    private void writeRunFile() {
        Map<String, RunFile.Entry> processes = new LinkedHashMap<>();
        running.forEach((part, process) -> ProcessHandle.of(process.process().pid())
                .ifPresent(handle -> processes.put(
                        part.label(),
                        RunFile.Entry.of(handle, PartStarter.health(plan, part).toString()))));
        new RunFile(RunFile.Entry.of(ProcessHandle.current(), ""), plan.uiUrl().toString(), processes)
                .write(plan.data());
    }

    /** Kills a part as an outage would; the stack goes on without it. */
    public void kill(Part part) {
        remove(part).process().kill();
    }

    /** Starts a part again that was {@linkplain #kill killed}, on its data and its port. */
    public void restart(Part part) {
        startPart(part);
    }

    private synchronized RunningPart remove(Part part) {
        RunningPart removed = running.remove(part);
        if (removed == null) {
            throw notRunning(part);
        }
        return removed;
    }

    /** Completes when a part ends that nobody stopped. */
    public CompletableFuture<Crash> crash() {
        return crash;
    }

    /** Where people reach the web application. */
    public URI uiUrl() {
        return plan.uiUrl();
    }

    /** Base address of the backend, without {@code /api/v1}. */
    public URI apiUrl() {
        return plan.url(Part.BACKEND);
    }

    /** Issuer of people's tokens. */
    public URI issuer() {
        return plan.issuer();
    }

    /** The data folder. */
    public Path data() {
        return plan.data();
    }

    /** The folder of the logs. */
    public Path logs() {
        return plan.logs();
    }

    /** The API keys of the accounts, with their values. */
    public List<ApiKeys.Issued> apiKeys() {
        return plan.apiKeys();
    }

    /** Who can sign in, and what he may do then. */
    public List<SignIn> signIns() {
        return plan.signIns();
    }

    /** The client secret of the web application, for tests that run it themselves. */
    public String frontendSecret() {
        return plan.frontendSecret();
    }

    /** PostgreSQL, if it is part of this stack. */
    public LocalPostgres postgres() {
        return (LocalPostgres) require(Part.POSTGRES);
    }

    /** ClickHouse, if it is part of this stack. */
    public LocalClickHouse clickHouse() {
        return (LocalClickHouse) require(Part.CLICKHOUSE);
    }

    /** Keycloak, if it is part of this stack. */
    public LocalKeycloak keycloak() {
        return (LocalKeycloak) require(Part.KEYCLOAK);
    }

    /** The process of a part that runs. */
    public ChildProcess process(Part part) {
        return require(part).process();
    }

    private synchronized RunningPart require(Part part) {
        RunningPart found = running.get(part);
        if (found == null) {
            throw notRunning(part);
        }
        return found;
    }

    private static LocalStackException notRunning(Part part) {
        return new LocalStackException(part.label() + " does not run in this stack.");
    }

    /** Stops everything, the web application first and the databases last, and waits until all are gone. */
    @Override
    public void close() {
        Map<Part, RunningPart> toStop;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            toStop = new EnumMap<>(running);
        }
        listener.stopping();
        for (List<Part> together : STOP_ORDER) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                together.stream()
                        .map(toStop::remove)
                        .filter(Objects::nonNull)
                        .forEach(part -> threads.execute(part::close));
            }
        }
        try {
            StackFile.delete(plan.data());
            RunFile.delete(plan.data());
            if (deleteData) {
                Folders.delete(plan.data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
