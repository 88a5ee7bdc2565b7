package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.engine.Classification;
import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.engine.EngineLease;
import io.tidewatch.clickhouse.embedded.engine.EnginePool;
import io.tidewatch.clickhouse.embedded.engine.EngineResult;
import io.tidewatch.clickhouse.embedded.engine.EngineStream;
import io.tidewatch.clickhouse.embedded.engine.Statement;
import io.tidewatch.clickhouse.embedded.engine.StatementClass;
import io.tidewatch.clickhouse.embedded.http.HttpException;
import io.tidewatch.clickhouse.embedded.http.HttpHandler;
import io.tidewatch.clickhouse.embedded.http.HttpRequest;
import io.tidewatch.clickhouse.embedded.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Runs the statement of a request and writes its result as the answer. */
public final class QueryHandler implements HttpHandler {

    /** How long a request waits for a free connection of the engine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As much of a streamed piece as is looked at to find the end of its header. */
    private static final int LONGEST_HEADER = 4 * 1024 * 1024;

    private final EnginePool engine;
    private final SpoolDirectory spool;
    private final String timeZone;

    /**
     * @param engine the engine
     * @param spool where data of INSERT statements is kept while it is read
     */
    public QueryHandler(EnginePool engine, SpoolDirectory spool) {
        this.engine = engine;
        this.spool = spool;
        this.timeZone = engine.ask("SELECT timezone()");
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        response.header("X-ClickHouse-Server-Display-Name", "tidewatch-embedded");
        response.header("X-ClickHouse-Timezone", timeZone);
        try {
            run(request, response);
        } catch (ZipException broken) {
            throw new HttpException(400, "The body is not valid gzip: " + broken.getMessage());
        } catch (EngineException failure) {
            if (response.committed()) {
                // The status was sent long ago: an answer that ends too early is the only way left to say it.
                System.err.println("A query failed after a part of its result was sent: " + failure.serverMessage());
                throw new IOException(failure);
            }
            response.header("X-ClickHouse-Exception-Code", Integer.toString(failure.code()));
            response.sendText(HttpStatus.of(failure.code()), failure.serverMessage() + "\n");
        }
    }

    private void run(HttpRequest http, HttpResponse response) throws IOException {
        QueryRequest request = QueryRequest.of(http);
        response.header("X-ClickHouse-Query-Id", request.queryId());
        try (StatementBody body = StatementBody.read(request, decoded(http), spool);
                EngineLease lease = lease()) {
            response.onDisconnect(lease::cancel);
            lease.prepare(request.session());
            if (request.session().settings().containsKey("readonly")) {
                // Such a session refuses to take its settings back.
                lease.renewSession();
            }
            try {
                execute(request, body, lease, response);
            } catch (EngineException | IOException failure) {
                // A session keeps the memory of a query that did not come to its end.
                lease.renewSession();
                throw failure;
            }
        }
    }

    private EngineLease lease() throws IOException {
        try {
            return engine.lease(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void execute(QueryRequest request, StatementBody body, EngineLease lease, HttpResponse response)
            throws IOException {
        boolean readOnly = false;
        SelectTail tail = SelectTail.NONE;
        if (body.insertsData()) {
            refuseIf(request.readOnly());
        } else {
            tail = SelectTail.find(body.sql());
            readOnly = checked(request, body, lease) == StatementClass.READ_ONLY;
        }
        OutputFormat format = new OutputFormat(tail.format().or(request::format).orElse("TabSeparated"));
        response.header("X-ClickHouse-Format", format.name());
        response.header("Content-Type", format.contentType());
        Statement statement = new Statement(body.sql(), format.name(), request.parameters());
        Answer answer = new Answer(response, request.gzipAnswer());
        if (readOnly && tail.mayStream() && format.streamable()) {
            stream(lease, statement, format, answer);
        } else {
            try (EngineResult result = lease.query(statement)) {
                answer.count(result.statistics());
                result.writeTo(answer, 0);
            }
        }
        answer.finish();
    }

    /** Checks that there is one statement, which this request may run. */
    private static StatementClass checked(QueryRequest request, StatementBody body, EngineLease lease) {
        Classification classification = lease.classify(body.sql());
        if (classification.statementCount() > 1) {
            throw new EngineException(EngineException.SYNTAX_ERROR, "Syntax error (Multi-statements are not allowed)");
        }
        StatementClass statementClass = classification.statementClass();
        switch (statementClass) {
            case READ_ONLY -> {}
            case MUTATING, MUTATING_GLOBAL -> refuseIf(request.readOnly());
            case CONTROL -> {
                refuseIf(request.readOnly());
                // SET, USE or a temporary table must not be seen by the next request.
                lease.renewSession();
            }
            case UNKNOWN -> lease.renewSession();
        }
        return statementClass;
    }

    private static void refuseIf(boolean readOnly) {
        if (readOnly) {
            throw new EngineException(
                    EngineException.READONLY, "Cannot execute query in readonly mode. Use POST to change anything");
        }
    }

    private static void stream(EngineLease lease, Statement statement, OutputFormat format, Answer answer)
            throws IOException {
        try (EngineStream stream = lease.stream(statement)) {
            for (boolean first = true; ; first = false) {
                try (EngineResult piece = stream.next()) {
                    answer.count(piece.statistics());
                    if (piece.length() == 0) {
                        return;
                    }
                    piece.writeTo(answer, first ? 0 : headerLength(piece, format));
                }
            }
        }
    }

    private static long headerLength(EngineResult piece, OutputFormat format) {
        OptionalLong length = format.headerLength(piece.head(LONGEST_HEADER));
        return length.orElseThrow(() -> new EngineException(
                EngineException.LOGICAL_ERROR, "The header of a piece in " + format.name() + " has no end"));
    }

    private static InputStream decoded(HttpRequest request) throws IOException {
        String coding = request.header("Content-Encoding").orElse("identity");
        return switch (coding) {
            case "identity", "" -> request.body();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.body(), 64 * 1024);
            default ->
                throw new HttpException(501, "Content-Encoding " + coding + " is not supported; use gzip or none");
        };
    }
}
