package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Accepts connections on the loopback address and serves each on a virtual thread. */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    /** Longest time in which a client takes nothing of its answer. */
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(60);

    private final ServerSocket socket;
    private final HttpHandler handler;
    private final Duration writeLimit;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket socket, HttpHandler handler, Duration writeLimit) {
        this.socket = socket;
        this.handler = handler;
        this.writeLimit = writeLimit;
    }

    /**
     * Binds to {@code 127.0.0.1} and starts to accept.
     *
     * @param port 0 for a free one
     * @throws IOException if the port is taken
     */
    public static HttpServer start(int port, HttpHandler handler) throws IOException {
        return start(port, handler, WRITE_LIMIT);
    }

    static HttpServer start(int port, HttpHandler handler, Duration writeLimit) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw new IOException("Port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
        HttpServer server = new HttpServer(socket, handler, writeLimit);
        Thread.ofPlatform().daemon().name("http-accept").start(server::accept);
        Thread.ofVirtual().name("http-stuck").start(server::closeStuckConnections);
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
        connections.forEach(HttpConnection::close);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("A connection could not be accepted: " + e.getMessage());
                    // Too many open files, most likely: trying again at once would only burn a core.
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }
    }

    private void serve(Socket accepted) throws IOException {
        HttpConnection connection = new HttpConnection(accepted, handler);
        connections.add(connection);
        Thread.ofVirtual().start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
    }

    private void closeStuckConnections() {
        while (!socket.isClosed()) {
            LockSupport.parkNanos(writeLimit.toNanos() / 10);
            connections.forEach(connection -> connection.closeIfStuck(writeLimit));
        }
    }
}
