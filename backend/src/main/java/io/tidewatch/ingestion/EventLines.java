package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A request with one event a line (NDJSON). A line that is not JSON costs that event only. Holds one line at a time. */
final class EventLines {

    private static final int FIRST_CAPACITY = 8_192;

    private final InputStream body;
    private final EventReader reader;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int start;
    private int end;
    private boolean atEnd;

    private EventLines(InputStream body, EventReader reader) {
        this.body = body;
        this.reader = reader;
    }

    /** Feeds the events of the body to the reader; lines without any text do not count. */
    static void read(InputStream body, EventReader reader) throws IOException {
        new EventLines(body, reader).readAll();
    }

    private void readAll() throws IOException {
        int index = 0;
        int lineEnd = findLineEnd();
        while (lineEnd < end || lineEnd > start) {
            if (!isBlank(start, lineEnd)) {
                event(index++, start, lineEnd - start);
            }
            start = Math.min(end, lineEnd + 1);
            lineEnd = findLineEnd();
        }
    }

    /** Place of the next line break, or the end of the body. */
    private int findLineEnd() throws IOException {
        int searched = 0;
        while (true) {
            for (int at = start + searched; at < end; at++) {
                if (buffer[at] == '\n') {
                    return at;
                }
            }
            if (atEnd) {
                return end;
            }
            searched = end - start;
            fill();
        }
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = body.read(buffer, end, buffer.length - end);
        if (read < 0) {
            atEnd = true;
        } else {
            end += read;
        }
    }

    private boolean isBlank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void event(int index, int from, int length) throws IOException {
        reader.begin(index);
        try (JsonParser parser = EventEnvelope.JSON.createParser(buffer, from, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                EventEnvelope.readFields(parser, parser.nextFieldName(), reader);
                if (parser.nextToken() != null) {
                    reader.reject(EventError.MALFORMED_JSON, "", "the line must end after the object");
                }
            } else {
                reader.reject(EventError.WRONG_TYPE, "", "must be an object");
            }
        } catch (JacksonException | CharConversionException e) {
            reader.reject(EventError.MALFORMED_JSON, "", "the line is not valid JSON or nested too deeply");
        }
        reader.end();
    }
}
