package io.tidewatch.profile.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serial;

/** Stops a row that would not end: a quote that is never closed takes in all that follows. */
final class RowLimit extends FilterReader {

    private long count;

    RowLimit(Reader in) {
        super(in);
    }

    void newRow() {
        count = 0;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        add(Math.max(0, read));
        return read;
    }

    private void add(int more) throws IOException {
        count += more;
        if (count > FileRows.MAX_ROW) {
            throw new ExceededException();
        }
    }

    /** The row is too long. */
    static final class ExceededException extends IOException {

        @Serial
        private static final long serialVersionUID = 1;
    }
}
