package io.tidewatch.clickhouse.embedded.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** One client connection: its requests one after the other, on one virtual thread. */
final class HttpConnection implements Runnable {

    /** Longest silence within a request. Between requests a client may be silent for as long as it likes. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);

    /** Rest of a request body that is read and thrown away to keep the connection; beyond it the connection is closed. */
    private static final int MOST_DRAINED_BYTES = 4 * 1024 * 1024;

    private static final int WRITE_BUFFER_BYTES = 64 * 1024;

    private final Socket socket;
    private final GuardedOutput output;
    private final HttpHandler handler;

    HttpConnection(Socket socket, HttpHandler handler) throws IOException {
        this.socket = socket;
        this.output = new GuardedOutput(socket.getOutputStream());
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) READ_LIMIT.toMillis());
            ClientInput in = new ClientInput(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(output, WRITE_BUFFER_BYTES);
            boolean open = true;
            while (open && in.awaitData()) {
                open = serve(in, out);
            }
        } catch (IOException e) {
            // The client has gone, or the server is stopping. There is nobody to tell.
        }
    }

    /** Closes the connection if the client has not read for too long. */
    void closeIfStuck(Duration limit) {
        if (output.stuckNanos() > limit.toNanos()) {
            System.err.println("A client does not read its answer; its connection is closed");
            close();
        }
    }

    /** Closes it under whatever it does. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }

    private boolean serve(ClientInput in, OutputStream out) throws IOException {
        HttpRequest request;
        try {
            request = HttpRequestReader.read(in, out);
        } catch (HttpException refused) {
            refuse(refused, new HttpResponse(out, in, false));
            return false;
        }
        HttpResponse response = new HttpResponse(out, in, request.keepAlive());
        try {
            handler.handle(request, response);
        } catch (HttpException refused) {
            if (response.committed()) {
                throw refused;
            }
            response.closeAfterwards();
            refuse(refused, response);
        }
        return response.reusable() && drained(request.body());
    }

    private static void refuse(HttpException refused, HttpResponse response) throws IOException {
        response.sendText(refused.status(), refused.getMessage() + "\n");
    }

    private static boolean drained(InputStream body) throws IOException {
        byte[] scratch = new byte[16 * 1024];
        int total = 0;
        for (int count; (count = body.read(scratch)) >= 0; ) {
            total += count;
            if (total > MOST_DRAINED_BYTES) {
                return false;
            }
        }
        return true;
    }
}
