package io.tidewatch.clickhouse.embedded.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads requests from a connection. */
final class HttpRequestReader {

    /** Long, because statement parameters travel in the request line. */
    private static final int LONGEST_REQUEST_LINE = 8 * 1024 * 1024;

    private static final int LONGEST_HEADER_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    private HttpRequestReader() {}

    static HttpRequest read(InputStream in, OutputStream out) throws IOException {
        String[] line = HttpLines.read(in, LONGEST_REQUEST_LINE).split(" ", -1);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.") || !line[1].startsWith("/")) {
            throw new HttpException(400, "This is not an HTTP/1.1 request");
        }
        Map<String, String> headers = headers(in);
        int mark = line[1].indexOf('?');
        boolean http10 = line[2].equals("HTTP/1.0");
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return new HttpRequest(
                line[0],
                mark < 0 ? line[1] : line[1].substring(0, mark),
                mark < 0 ? "" : line[1].substring(mark + 1),
                headers,
                body(headers, in, out),
                http10 ? connection.contains("keep-alive") : !connection.contains("close"));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int count = 0; ; count++) {
            String line = HttpLines.read(in, LONGEST_HEADER_LINE);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || count >= MOST_HEADERS) {
                throw new HttpException(400, "A header of the request is not valid");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private static InputStream body(Map<String, String> headers, InputStream in, OutputStream out) throws IOException {
        String coding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        InputStream body;
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked") || length != null) {
                throw new HttpException(400, "Only chunked transfer coding, without a length, is known");
            }
            body = new ChunkedInput(in);
        } else if (length != null) {
            try {
                body = new FixedLengthInput(in, Long.parseUnsignedLong(length));
            } catch (NumberFormatException e) {
                throw new HttpException(400, "Content-Length is not a number");
            }
        } else {
            return InputStream.nullInputStream();
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        return body;
    }
}
