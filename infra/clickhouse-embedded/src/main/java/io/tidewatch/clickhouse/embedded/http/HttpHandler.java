package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;

/** Answers requests; called on a virtual thread of the connection. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Answers one request.
     *
     * @throws IOException if the client has gone; the connection is closed then
     */
    void handle(HttpRequest request, HttpResponse response) throws IOException;
}
