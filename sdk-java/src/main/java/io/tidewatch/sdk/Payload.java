package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The body of one request: events of one kind, already encoded, with the place of each, so that a payload can be split
 * and its events written to the spool without encoding them again.
 */
final class Payload {

    private final Event.Kind kind;
    private final byte[] body;
    private final int[] starts;
    private final int[] ends;

    private Payload(Event.Kind kind, byte[] body, int[] starts, int[] ends) {
        this.kind = kind;
        this.body = body;
        this.starts = starts;
        this.ends = ends;
    }

    Event.Kind kind() {
        return kind;
    }

    /** JSON, as the server reads it. */
    byte[] body() {
        return body;
    }

    /** Number of events. */
    int count() {
        return starts.length;
    }

    /** Where the JSON of an event starts in the body. */
    int start(int event) {
        return starts[event];
    }

    /** How long the JSON of an event is. */
    int length(int event) {
        return ends[event] - starts[event];
    }

    /** Two payloads with half of the events each, in order. */
    List<Payload> split() {
        int middle = count() / 2;
        return List.of(part(0, middle), part(middle, count()));
    }

    private Payload part(int from, int to) {
        Builder part = new Builder(kind, ends[to - 1] - starts[from] + 64);
        for (int i = from; i < to; i++) {
            part.json().raw(body, starts[i], length(i));
            part.endEvent();
        }
        return part.build();
    }

    /** Collects events into a body. May be used again after {@link #build()}. */
    static final class Builder {

        private static final int KEPT_BUFFER = 1 << 20;

        private final Event.Kind kind;
        private final JsonWriter json;
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int count;
        private int complete;

        Builder(Event.Kind kind, int initialBytes) {
            this.kind = kind;
            this.json = new JsonWriter(initialBytes);
            begin();
        }

        private void begin() {
            json.beginObject().name(kind.member).beginArray();
            complete = json.length();
            count = 0;
        }

        /** Where the next event is to be written, as one JSON value, followed by {@link #endEvent} or {@link #undo}. */
        JsonWriter json() {
            return json;
        }

        /** Bytes of the event just written. */
        int eventBytes() {
            return json.length() - eventStart();
        }

        /** Keeps the event just written. */
        void endEvent() {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = eventStart();
            ends[count] = json.length();
            count++;
            complete = json.length();
        }

        /** Forgets what was written since the last {@link #endEvent}. */
        void undo() {
            json.truncate(complete);
        }

        /** Forgets all events. */
        void clear() {
            json.reset(KEPT_BUFFER);
            begin();
        }

        int bytes() {
            return json.length();
        }

        /** The payload; at least one event must be in it. */
        Payload build() {
            json.endArray().endObject();
            Payload payload;
            try {
                payload =
                        new Payload(kind, json.toByteArray(), Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
            } catch (OutOfMemoryError e) {
                // The events stay here, for the next attempt.
                json.truncate(complete);
                throw e;
            }
            clear();
            return payload;
        }

        /** Adds the payload to the list, unless no event is in it. */
        void buildInto(Collection<Payload> payloads) {
            if (count > 0) {
                payloads.add(build());
            }
        }

        private int eventStart() {
            // Every event but the first follows a comma.
            return count == 0 ? complete : complete + 1;
        }
    }
}
