package io.tidewatch.sdk.internal.http;

import java.io.IOException;
import java.time.Duration;

/** One exchange with the server: the seam at which tests put a server of their own making. */
public interface Transport extends AutoCloseable {

    /**
     * Sends one request and waits for the answer, no longer than {@code timeout} for all of it.
     *
     * @throws IOException if there is no complete answer in time
     * @throws InterruptedException if the calling thread is interrupted; the request is then abandoned
     */
    Answer send(Request request, Duration timeout) throws IOException, InterruptedException;

    /**
     * Ends the threads and connections of this transport, and the exchange under way, if any, with an
     * {@link IOException}. Safe from any thread; never throws.
     */
    @Override
    void close();
}
