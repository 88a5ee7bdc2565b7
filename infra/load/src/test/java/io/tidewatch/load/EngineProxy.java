package io.tidewatch.load;

import io.tidewatch.local.Part;
import io.tidewatch.local.StackListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between backend and engine. On demand it swallows the answer to an insert: the engine has stored the rows, and
 * the backend can't know.
 */
final class EngineProxy implements AutoCloseable, StackListener {

    private static final int BUFFER = 1 << 16;

    private final ServerSocket server;
    private final AtomicInteger toSwallow = new AtomicInteger();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile int enginePort;

    EngineProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("engine-proxy").daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void ready(Part part, int port, Duration took) {
        if (part == Part.CLICKHOUSE) {
            enginePort = port;
        }
    }

    /** The answers to this many more inserts get lost. */
    void swallow(int answers) {
        toSwallow.addAndGet(answers);
    }

    /** How many answers were lost so far. */
    int swallowed() {
        return swallowed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket engine = new Socket(InetAddress.getLoopbackAddress(), enginePort)) {
            Conversation conversation = new Conversation(client, engine);
            Thread requests = Thread.ofVirtual().start(conversation::requests);
            conversation.answers();
            requests.join();
        } catch (IOException e) {
            // The engine is away, and so is the proxy.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection; ends as a whole when either side ends it. */
    private final class Conversation {

        private final Socket client;
        private final Socket engine;
        private volatile boolean insert;

        Conversation(Socket client, Socket engine) {
            this.client = client;
            this.engine = engine;
        }

        void requests() {
            byte[] buffer = new byte[BUFFER];
            try (client;
                    engine) {
                InputStream in = client.getInputStream();
                OutputStream out = engine.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("INSERT")) {
                        insert = true;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // Ended by the other side.
            }
        }

        void answers() {
            byte[] buffer = new byte[BUFFER];
            try (client;
                    engine) {
                InputStream in = engine.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (insert && toSwallow.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        swallowed.incrementAndGet();
                        return;
                    }
                    insert = false;
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // Ended by the other side.
            }
        }
    }
}
