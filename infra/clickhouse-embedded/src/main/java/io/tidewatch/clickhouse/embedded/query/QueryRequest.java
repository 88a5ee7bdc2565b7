package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.engine.SessionState;
import io.tidewatch.clickhouse.embedded.http.HttpException;
import io.tidewatch.clickhouse.embedded.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a request asks for, without its body.
 *
 * @param queryText value of the parameter {@code query}; empty if the statement is the body
 * @param queryId the client's id of the query, or a new one
 * @param format format to use where the statement names none
 * @param session database and settings
 * @param parameters values of {@code {name:Type}} placeholders
 * @param answerCoding how the answer is compressed
 * @param blocksInBody whether the body is compressed in ClickHouse's own way
 * @param readOnly whether only reading is allowed, as with GET
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record QueryRequest(
        byte[] queryText,
        String queryId,
        Optional<String> format,
        SessionState session,
        Map<String, byte[]> parameters,
        AnswerCoding answerCoding,
        boolean blocksInBody,
        boolean readOnly) {

    private static final String PARAMETER_PREFIX = "param_";

    /** Names that are not settings. User and password are accepted and not looked at: see the README. */
    private static final Set<String> IGNORED = Set.of(
            "user",
            "password",
            "quota_key",
            "stacktrace",
            "buffer_size",
            "wait_end_of_query",
            "client_protocol_version",
            "close_session",
            "session_timeout",
            "session_check");

    /** Parts of the interface that would change the meaning of a request if they were ignored. */
    private static final Set<String> NOT_SUPPORTED = Set.of("session_id", "role");

    static QueryRequest of(HttpRequest request) throws HttpException {
        byte[] query = {};
        String queryId = "";
        Optional<String> format = request.header("X-ClickHouse-Format");
        String database = request.header("X-ClickHouse-Database").orElse("");
        Map<String, String> settings = new HashMap<>();
        Map<String, byte[]> parameters = new HashMap<>();
        boolean gzip = false;
        boolean blocksInAnswer = false;
        boolean blocksInBody = false;
        for (Map.Entry<String, byte[]> entry : UrlParameters.parse(request.query())) {
            String name = entry.getKey();
            String value = new String(entry.getValue(), UTF_8);
            switch (name) {
                case "query" -> query = entry.getValue();
                case "query_id" -> queryId = value;
                case "default_format" -> format = Optional.of(value);
                case "database" -> database = value;
                case "enable_http_compression" -> gzip = isTrue(value) && acceptsGzip(request);
                case "compress" -> blocksInAnswer = isTrue(value);
                case "decompress" -> blocksInBody = isTrue(value);
                default -> {
                    if (NOT_SUPPORTED.contains(name)) {
                        if (!value.isEmpty() && !value.equals("0")) {
                            throw new EngineException(
                                    EngineException.NOT_IMPLEMENTED,
                                    "The embedded engine does not support '" + name + "' (value " + value + ")");
                        }
                    } else if (name.startsWith(PARAMETER_PREFIX)) {
                        parameters.put(name.substring(PARAMETER_PREFIX.length()), entry.getValue());
                    } else if (!IGNORED.contains(name)) {
                        settings.put(name, value);
                    }
                }
            }
        }
        return new QueryRequest(
                query,
                queryId.isEmpty() ? UUID.randomUUID().toString() : queryId,
                format.filter(name -> !name.isEmpty()),
                new SessionState(database.isEmpty() ? SessionState.DEFAULT_DATABASE : database, Map.copyOf(settings)),
                Map.copyOf(parameters),
                gzip ? AnswerCoding.GZIP : blocksInAnswer ? AnswerCoding.BLOCKS : AnswerCoding.NONE,
                blocksInBody,
                !request.method().equals("POST"));
    }

    private static boolean acceptsGzip(HttpRequest request) {
        return request.header("Accept-Encoding")
                .map(codings -> codings.contains("gzip"))
                .orElse(false);
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true");
    }
}
