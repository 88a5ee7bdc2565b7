package io.tidewatch.local.process;

import io.tidewatch.local.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a child process does its work. */
public final class Readiness {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Readiness() {}

    /** One look at a process. */
    @FunctionalInterface
    public interface Probe {
        /** True when the process is ready; an exception means "not yet". */
        boolean isReady() throws Exception;
    }

    /**
     * Looks until the process is ready.
     *
     * @throws LocalStackException when the process ends before, or is not ready within the limit; quotes its log
     */
    public static void await(ChildProcess child, Duration limit, Probe probe) {
        long end = System.nanoTime() + limit.toNanos();
        while (!looksReady(probe)) {
            if (!child.isAlive()) {
                throw failure(child, "ended before it was ready");
            }
            if (System.nanoTime() > end) {
                throw failure(child, "was not ready after " + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted while waiting for " + child.name(), e);
            }
        }
    }

    /** True when a GET of this address is answered with status 200 within five seconds. */
    public static boolean answers(URI url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).GET().build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private static boolean looksReady(Probe probe) {
        try {
            return probe.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }

    private static LocalStackException failure(ChildProcess child, String what) {
        return new LocalStackException(child.name() + " " + what + ". The end of its log, " + child.log() + ":\n"
                + LogFile.tail(child.log(), 20));
    }
}
