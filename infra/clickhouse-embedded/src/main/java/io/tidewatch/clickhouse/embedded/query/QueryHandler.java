package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.block.BlockInput;
import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.engine.EngineLease;
import io.tidewatch.clickhouse.embedded.engine.EnginePool;
import io.tidewatch.clickhouse.embedded.http.HttpException;
import io.tidewatch.clickhouse.embedded.http.HttpHandler;
import io.tidewatch.clickhouse.embedded.http.HttpRequest;
import io.tidewatch.clickhouse.embedded.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the statement of a request, runs it on a connection of the engine and answers failures. */
public final class QueryHandler implements HttpHandler {

    /** How long a request waits for a free connection of the engine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
            throw new HttpException(400, "The body is not compressed as it says: " + broken.getMessage());
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
        try (StatementBody body = StatementBody.read(request, decoded(request, http), spool);
                EngineLease lease = lease()) {
            response.onDisconnect(lease::cancel);
            StatementRun run = new StatementRun(request, body, lease, response);
            lease.perform(() -> {
                run.run();
                return response;
            });
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

    private static InputStream decoded(QueryRequest request, HttpRequest http) throws IOException {
        String coding = http.header("Content-Encoding").orElse("identity");
        return switch (coding) {
            case "identity", "" -> request.blocksInBody() ? new BlockInput(http.body()) : http.body();
            case "gzip", "x-gzip" -> new GZIPInputStream(http.body(), 64 * 1024);
            default ->
                throw new HttpException(501, "Content-Encoding " + coding + " is not supported; use gzip or none");
        };
    }
}
