package io.tidewatch.clickhouse.embedded.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Lines of the HTTP protocol. */
final class HttpLines {

    private HttpLines() {}

    /** Reads to the end of a line, which is not part of the result. */
    static String read(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The request ended within a line");
            }
            if (next == '\n') {
                String text = line.toString(ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            if (line.size() >= longest) {
                throw new HttpException(431, "A line of the request is longer than " + longest + " bytes");
            }
            line.write(next);
        }
    }
}
