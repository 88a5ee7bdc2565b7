package io.tidewatch.profile;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where uploaded files are read: one of an organization at a time, and one of all at a time, because the values of a whole
 * baseline are in memory meanwhile. A file is on disk before its turn comes, so that a slow sender keeps nobody waiting.
 */
@ApplicationScoped
class FileDesk {

    private static final Duration OWN_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Map<OrganizationId, Semaphore> own = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(1, true);

    /** Reads a file when its turn comes. Blocks. */
    FileContent read(OrganizationId organization, InputStream content, Reading reading) {
        Semaphore mine = own.computeIfAbsent(organization, ignored -> new Semaphore(1, true));
        take(mine, OWN_PATIENCE, "Another file of the organization is being read.");
        try {
            Path file = Files.createTempFile("tidewatch-baseline-", ".upload");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return inTurn(file, reading);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            mine.release();
        }
    }

    private FileContent inTurn(Path file, Reading reading) throws IOException {
        take(all, PATIENCE, "Files of others are being read.");
        try (InputStream stored = Files.newInputStream(file)) {
            return reading.read(stored);
        } finally {
            all.release();
        }
    }

    private static void take(Semaphore places, Duration patience, String otherwise) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ErrorCode.RATE_LIMITED.problem(otherwise).retryAfter(COME_BACK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a place", e);
        }
    }

    /** What is done with a file. */
    @FunctionalInterface
    interface Reading {

        FileContent read(InputStream content) throws IOException;
    }
}
