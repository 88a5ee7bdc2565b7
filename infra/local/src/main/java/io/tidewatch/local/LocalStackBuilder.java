package io.tidewatch.local;

import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.process.PrivateFile;
import io.tidewatch.local.process.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a {@link LocalStack} and starts it. */
public final class LocalStackBuilder {

    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private @Nullable Path dataFolder;
    private @Nullable Applications applications;
    private @Nullable URI uiUrl;
    private Accounts accounts = Accounts.none();
    private StackListener listener = StackListener.SILENT;
    private boolean durable;
    private boolean usualPorts;
    private final Map<String, String> backendSettings = new HashMap<>();
    private final Map<String, String> frontendSettings = new HashMap<>();

    LocalStackBuilder() {}

    /** Adds parts; without any, the stack has them all. */
    public LocalStackBuilder with(Part... added) {
        parts.addAll(Arrays.asList(added));
        return this;
    }

    /** Keeps the data in this folder; without it, in a temporary one that is deleted in the end. */
    public LocalStackBuilder dataFolder(Path folder) {
        this.dataFolder = folder.toAbsolutePath().normalize();
        return this;
    }

    /** The packaged backend and frontend; without them, those that Maven has left in this checkout. */
    public LocalStackBuilder applications(Applications packaged) {
        this.applications = packaged;
        return this;
    }

    /** Organizations and people to start with. */
    public LocalStackBuilder accounts(Accounts toStartWith) {
        this.accounts = toStartWith;
        return this;
    }

    /** Where people reach the web application, when a test runs that itself. */
    public LocalStackBuilder uiUrl(URI url) {
        this.uiUrl = url;
        return this;
    }

    /** What is acknowledged is on disk. */
    public LocalStackBuilder durable() {
        this.durable = true;
        return this;
    }

    /** The ports that people know, or those that this data folder had before, where they are free. */
    public LocalStackBuilder usualPorts() {
        this.usualPorts = true;
        return this;
    }

    /** A setting of the backend, by the name of its environment variable; added to, or instead of, what it needs. */
    public LocalStackBuilder backendSetting(String variable, String value) {
        backendSettings.put(variable, value);
        return this;
    }

    /** A setting of the frontend, as {@link #backendSetting}. */
    public LocalStackBuilder frontendSetting(String variable, String value) {
        frontendSettings.put(variable, value);
        return this;
    }

    /** Is told how the parts come up. */
    public LocalStackBuilder listener(StackListener told) {
        this.listener = told;
        return this;
    }

    /**
     * Starts the stack and waits until all its parts are ready.
     *
     * @throws LocalStackException when a part does not start (those that did are stopped again), or when another
     *     launcher runs on the data folder
     */
    public LocalStack start() {
        boolean temporary = dataFolder == null;
        Path data = dataFolder == null ? temporaryFolder() : dataFolder;
        StackLock lock = StackLock.tryAcquire(data)
                .orElseThrow(() -> new LocalStackException("Tidewatch is already running on " + data + "."));
        try {
            RunFile.read(data).ifPresent(earlier -> earlier.awaitEnd(Duration.ofSeconds(10)));
            StackFile.delete(data);
            LocalStack stack = new LocalStack(plan(data), lock, listener, temporary);
            stack.startParts();
            return stack;
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private StackPlan plan(Path data) {
        PrivateFile.createFolder(data.resolve("logs"));
        Map<Part, Integer> ports = usualPorts ? PortBook.choose(data.resolve("ports.json")) : PortBook.random();
        return new StackPlan(
                data,
                applications == null ? Applications.builtInCheckout() : applications,
                parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts),
                ports,
                durable,
                accounts,
                uiUrl == null ? URI.create("http://127.0.0.1:" + ports.get(Part.FRONTEND)) : uiUrl,
                Secrets.in(data),
                Map.copyOf(backendSettings),
                Map.copyOf(frontendSettings));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tidewatch-stack-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
