package io.tidewatch.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A server that speaks to each connection in its own way, byte by byte if need be. */
final class HostileServer implements AutoCloseable {

    /** What to do with a connection. */
    interface Behaviour {
        void handle(Socket socket, HostileServer server) throws Exception;
    }

    /** Open as long as the server is: a behaviour that waits for it keeps the client waiting. */
    final CountDownLatch ended = new CountDownLatch(1);

    /** Counted down when a client has connected. */
    final CountDownLatch reached = new CountDownLatch(1);

    private final ServerSocket socket;

    HostileServer(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), behaviour);
    }

    HostileServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        Thread acceptor = new Thread(() -> accept(behaviour), "hostile-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                reached.countDown();
                Thread handler = new Thread(() -> handle(connection, behaviour), "hostile-connection");
                handler.setDaemon(true);
                handler.start();
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void handle(Socket connection, Behaviour behaviour) {
        try (connection) {
            behaviour.handle(connection, this);
        } catch (Exception e) {
            // The client went away, which is what it should do.
        }
    }

    /** Reads one request, headers and body. */
    static void readRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            headers.append((char) b);
        }
        String lower = headers.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = Integer.parseInt(
                lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
        in.readNBytes(length);
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        socket.close();
    }
}
