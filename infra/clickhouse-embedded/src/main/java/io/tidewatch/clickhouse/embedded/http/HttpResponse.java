package io.tidewatch.clickhouse.embedded.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to one request: either a whole body at once or a stream of unknown length. */
public final class HttpResponse {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(413, "Content Too Large"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    private final OutputStream out;
    private final ClientInput input;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean keepAlive;
    private boolean committed;
    private boolean complete;

    HttpResponse(OutputStream out, ClientInput input, boolean keepAlive) {
        this.out = out;
        this.input = input;
        this.keepAlive = keepAlive;
    }

    /** Sets a header; line breaks in the value are replaced, so that a value cannot become a header. */
    public void header(String name, String value) {
        headers.put(name, value.replace('\r', ' ').replace('\n', ' '));
    }

    /** Whether the status has been sent, after which it cannot change. */
    public boolean committed() {
        return committed;
    }

    /** Runs something on another thread if the client goes away from now on. Call it when the body has been read. */
    public void onDisconnect(Runnable action) {
        input.watch(action);
    }

    /** Sends a whole answer. */
    public void send(int status, byte[] body, int length) throws IOException {
        header("Content-Length", Integer.toString(length));
        writeHead(status);
        out.write(body, 0, length);
        out.flush();
        complete = true;
    }

    /** Sends a text. */
    public void sendText(int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        header("Content-Type", "text/plain; charset=UTF-8");
        send(status, body, body.length);
    }

    /** Starts an answer of unknown length. An answer that is not closed reaches the client as an error. */
    public OutputStream stream(int status) throws IOException {
        header("Transfer-Encoding", "chunked");
        writeHead(status);
        return new ChunkedOutput(out, () -> complete = true);
    }

    /** Makes this the last answer on the connection. */
    void closeAfterwards() {
        keepAlive = false;
    }

    /** Whether the answer was sent to its end and the connection can be used again. */
    boolean reusable() {
        return complete && keepAlive;
    }

    private void writeHead(int status) throws IOException {
        if (committed) {
            throw new IllegalStateException("The answer has been sent already");
        }
        committed = true;
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, "Status"))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(keepAlive ? "Connection: Keep-Alive\r\n\r\n" : "Connection: Close\r\n\r\n");
        out.write(head.toString().getBytes(ISO_8859_1));
    }
}
