package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.engine.Classification;
import io.tidewatch.clickhouse.embedded.engine.EngineException;
import io.tidewatch.clickhouse.embedded.engine.EngineLease;
import io.tidewatch.clickhouse.embedded.engine.EngineResult;
import io.tidewatch.clickhouse.embedded.engine.EngineStream;
import io.tidewatch.clickhouse.embedded.engine.Statement;
import io.tidewatch.clickhouse.embedded.engine.StatementClass;
import io.tidewatch.clickhouse.embedded.http.HttpResponse;
import java.io.IOException;

/** One statement on one connection: checked, run, its result written as the answer. */
final class StatementRun {

    /** As much of a streamed piece as is looked at to find the end of its header. */
    private static final int LONGEST_HEADER = 4 * 1024 * 1024;

    private static final String DEFAULT_FORMAT = "TabSeparated";

    private final QueryRequest request;
    private final StatementBody body;
    private final EngineLease lease;
    private final HttpResponse response;

    StatementRun(QueryRequest request, StatementBody body, EngineLease lease, HttpResponse response) {
        this.request = request;
        this.body = body;
        this.lease = lease;
        this.response = response;
    }

    /**
     * Runs it.
     *
     * @throws EngineException if the statement is refused or fails
     * @throws IOException if the client has gone
     */
    void run() throws IOException {
        lease.prepare(request.session());
        if (request.session().settings().containsKey("readonly")) {
            // Such a session refuses to take its settings back.
            lease.renewSession();
        }
        try {
            execute();
        } catch (EngineException | IOException failure) {
            // A session keeps the memory of a query that did not come to its end.
            lease.renewSession();
            throw failure;
        }
    }

    private void execute() throws IOException {
        boolean readOnly = false;
        SelectTail tail = SelectTail.NONE;
        if (body.insertsData()) {
            refuseChange();
        } else {
            tail = SelectTail.find(body.sql());
            readOnly = checkedClass(tail) == StatementClass.READ_ONLY;
        }
        OutputFormat format = new OutputFormat(tail.format().or(request::format).orElse(DEFAULT_FORMAT));
        response.header("X-ClickHouse-Format", format.name());
        response.header("Content-Type", format.contentType());
        Statement statement = new Statement(body.sql(), format.name(), request.parameters());
        Answer answer = new Answer(response, request.answerCoding());
        if (readOnly && tail.mayStream() && format.streamable() && !hasExtremes()) {
            stream(statement, format, answer);
        } else {
            try (EngineResult result = lease.query(statement)) {
                answer.count(result.statistics());
                result.writeTo(answer, 0);
            }
        }
        answer.finish();
    }

    /** What the statement does, after checking that it is one and that this request may do it. */
    private StatementClass checkedClass(SelectTail tail) {
        Classification classification = lease.classify(body.sql());
        boolean unknown = classification.statementClass() == StatementClass.UNKNOWN;
        // The engine would run what stands before the part that it cannot parse.
        if (classification.statementCount() > 1 || (unknown && tail.several())) {
            throw new EngineException(EngineException.SYNTAX_ERROR, "Syntax error (Multi-statements are not allowed)");
        }
        StatementClass statementClass = classification.statementClass();
        switch (statementClass) {
            case READ_ONLY -> {}
            case MUTATING, MUTATING_GLOBAL -> refuseChange();
            case CONTROL -> {
                refuseChange();
                // SET, USE or a temporary table must not be seen by the next request.
                lease.renewSession();
            }
            case UNKNOWN -> lease.renewSession();
        }
        return statementClass;
    }

    /** The lowest and highest values stand apart from the other rows, as totals do. */
    private boolean hasExtremes() {
        return request.session().settings().containsKey("extremes");
    }

    private void refuseChange() {
        if (request.readOnly()) {
            throw new EngineException(
                    EngineException.READONLY, "Cannot execute query in readonly mode. Use POST to change anything");
        }
    }

    private void stream(Statement statement, OutputFormat format, Answer answer) throws IOException {
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
        return format.headerLength(piece.head(LONGEST_HEADER))
                .orElseThrow(() -> new EngineException(
                        EngineException.LOGICAL_ERROR, "The header of a piece in " + format.name() + " has no end"));
    }
}
