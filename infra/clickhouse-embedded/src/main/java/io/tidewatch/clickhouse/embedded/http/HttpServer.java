package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections on the loopback address and serves each on a virtual thread. */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket socket;
    private final HttpHandler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket socket, HttpHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /**
     * Binds to {@code 127.0.0.1} and starts to accept.
     *
     * @param port 0 for a free one
     * @throws IOException if the port is taken
     */
    public static HttpServer start(int port, HttpHandler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw new IOException("Port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
        HttpServer server = new HttpServer(socket, handler);
        Thread.ofPlatform().name("http-accept").start(server::accept);
        return server;
    }

    /** The port that is listened on. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Stops to accept. Requests that are being answered go on. */
    public void stopAccepting() throws IOException {
        socket.close();
    }

    /** Closes all connections too. */
    @Override
    public void close() throws IOException {
        stopAccepting();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> {
                    try {
                        new HttpConnection(connection, handler).run();
                    } finally {
                        connections.remove(connection);
                    }
                });
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("A connection could not be accepted: " + e.getMessage());
                    Thread.onSpinWait();
                }
            }
        }
    }
}
