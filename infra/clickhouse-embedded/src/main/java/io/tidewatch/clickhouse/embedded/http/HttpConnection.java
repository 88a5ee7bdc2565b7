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

    private final Socket socket;
    private final HttpHandler handler;

    HttpConnection(Socket socket, HttpHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) READ_LIMIT.toMillis());
            ClientInput in = new ClientInput(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            boolean open = true;
            while (open && in.awaitData()) {
                open = serve(in, out);
            }
        } catch (IOException e) {
            // The client has gone, or the server is stopping. There is nobody to tell.
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
