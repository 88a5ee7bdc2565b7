package io.tidewatch.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Counts bodies whose length nobody declared while they are read. */
@Provider
class BodyLimit implements ReaderInterceptor {

    // Only what reads its body as a stream: a body of this size must never be held in memory.
    private static final Pattern FILES = Pattern.compile("/api/v1/models/[^/]+/baselines/(previews/)?files");

    // Interceptors are made before the configuration is read.
    private final Instance<HttpEdgeConfig> config;
    private final CurrentVertxRequest current;

    BodyLimit(Instance<HttpEdgeConfig> config, CurrentVertxRequest current) {
        this.config = config;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counting(context.getInputStream(), of(config.get(), current.getCurrent())));
        return context.proceed();
    }

    /** The limit of a request: files have one of their own. */
    static long of(HttpEdgeConfig config, RoutingContext request) {
        boolean isFile = FILES.matcher(String.valueOf(request.request().path())).matches();
        return (isFile ? config.maxFileSize() : config.maxBodySize()).asLongValue();
    }

    static ProblemException exceeded(long limit) {
        return ErrorCode.PAYLOAD_TOO_LARGE
                .problem("The body is larger than " + limit + " bytes.")
                .extension("maxBytes", limit);
    }

    private static final class Counting extends FilterInputStream {

        private final long limit;
        private long count;

        Counting(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            add(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            add(Math.max(0, read));
            return read;
        }

        /** The stream underneath reads to the end when it is closed, and nobody knows when that would come. */
        @Override
        public void close() throws IOException {
            if (count <= limit) {
                super.close();
            }
        }

        private void add(int bytes) {
            count += bytes;
            if (count > limit) {
                throw exceeded(limit);
            }
        }
    }
}
