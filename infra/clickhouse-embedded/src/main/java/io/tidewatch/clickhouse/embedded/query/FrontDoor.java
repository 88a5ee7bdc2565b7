package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.http.HttpException;
import io.tidewatch.clickhouse.embedded.http.HttpHandler;
import io.tidewatch.clickhouse.embedded.http.HttpRequest;
import io.tidewatch.clickhouse.embedded.http.HttpResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Decides who is let in and what a request is about.
 *
 * <p>Everyone on this machine may use the engine, but no web page: a browser names the page it comes from, and a page
 * that points its own host name to this address shows that name in {@code Host}.
 */
public final class FrontDoor implements HttpHandler {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private final HttpHandler queries;

    /** @param queries answers the requests that carry a statement */
    public FrontDoor(HttpHandler queries) {
        this.queries = queries;
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        checkOrigin(request);
        boolean post = request.method().equals("POST");
        if (!post && !request.method().equals("GET")) {
            throw new HttpException(405, "Only GET and POST are known");
        }
        switch (request.path()) {
            case "/ping", "/replicas_status" -> response.sendText(200, "Ok.\n");
            case "/" -> {
                if (!post && request.query().isEmpty()) {
                    response.sendText(200, "Ok.\n");
                } else {
                    queries.handle(request, response);
                }
            }
            default -> throw new HttpException(404, "There is no handle " + request.path());
        }
    }

    private static void checkOrigin(HttpRequest request) throws HttpException {
        String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        if (!HOSTS.contains(name)) {
            throw new HttpException(421, "This server answers to 127.0.0.1 and localhost only");
        }
        if (request.header("Origin").isPresent()
                || request.header("Sec-Fetch-Site").isPresent()) {
            throw new HttpException(403, "Requests of web pages are not accepted");
        }
    }
}
