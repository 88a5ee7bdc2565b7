package io.tidewatch.sdk.internal.http;

import org.jspecify.annotations.Nullable;

/** What to send. */
public final class Request {

    private final String method;
    private final String path;
    private final byte @Nullable [] body;
    private final boolean gzip;

    private Request(String method, String path, byte @Nullable [] body, boolean gzip) {
        this.method = method;
        this.path = path;
        this.body = body;
        this.gzip = gzip;
    }

    /**
     * A POST of a JSON body.
     *
     * @param path relative to {@code /api/v1/}, already escaped
     * @param body not copied; it must not change any more
     * @param gzip whether to compress it on the way
     */
    public static Request post(String path, byte[] body, boolean gzip) {
        return new Request("POST", path, body, gzip);
    }

    /** A GET. */
    public static Request get(String path) {
        return new Request("GET", path, null, false);
    }

    /** GET or POST. */
    public String method() {
        return method;
    }

    /** Relative to {@code /api/v1/}, already escaped. */
    public String path() {
        return path;
    }

    /** JSON, or null for none. */
    public byte @Nullable [] body() {
        return body;
    }

    /** Whether to compress the body on the way. */
    public boolean gzip() {
        return gzip;
    }
}
