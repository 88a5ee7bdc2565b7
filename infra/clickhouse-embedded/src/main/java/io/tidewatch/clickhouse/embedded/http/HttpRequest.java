package io.tidewatch.clickhouse.embedded.http;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method in upper case
 * @param path decoded as it came, without the query
 * @param query the part after the question mark, still encoded; empty if there is none
 * @param headers by name in lower case; the last one wins
 * @param body without transfer coding; empty where the request has none
 * @param keepAlive whether the client wants to use the connection again
 */
public record HttpRequest(
        String method, String path, String query, Map<String, String> headers, InputStream body, boolean keepAlive) {

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
