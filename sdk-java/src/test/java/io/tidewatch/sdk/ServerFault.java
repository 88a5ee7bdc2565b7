package io.tidewatch.sdk;

import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Everything that a server, or the network before it, does wrong sooner or later. */
public enum ServerFault {

    /** Nobody listens. */
    ABSENT {
        @Override
        public Running start() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new Running(URI.create("http://127.0.0.1:" + socket.getLocalPort()), () -> {});
            }
        }
    },

    /** Takes the request and never answers. */
    HANGING {
        @Override
        public Running start() throws IOException {
            return hostile((socket, server) -> {
                HostileServer.readRequest(socket);
                server.ended.await();
            });
        }
    },

    /** Drops each connection as soon as it is made. */
    REFUSING {
        @Override
        public Running start() throws IOException {
            return hostile((socket, server) -> socket.setSoLinger(true, 0));
        }
    },

    /** Answers status 500. */
    FAILING {
        @Override
        public Running start() throws IOException {
            return answering("500 Internal Server Error", "");
        }
    },

    /** Answers status 429 with Retry-After. */
    BUSY {
        @Override
        public Running start() throws IOException {
            return answering("429 Too Many Requests", "Retry-After: 1\r\n");
        }
    },

    /** Takes half a second for each answer. */
    SLOW {
        @Override
        public Running start() throws IOException {
            return hostile((socket, server) -> {
                HostileServer.readRequest(socket);
                if (!server.ended.await(500, TimeUnit.MILLISECONDS)) {
                    String answer = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";
                    HostileServer.write(
                            socket,
                            "HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: " + answer.length()
                                    + "\r\n\r\n" + answer);
                }
            });
        }
    },

    /** Answers without end. */
    ENDLESS {
        @Override
        public Running start() throws IOException {
            byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
            return hostile((socket, server) -> {
                HostileServer.readRequest(socket);
                HostileServer.write(socket, "HTTP/1.1 202 Accepted\r\nContent-Length: 99999999999\r\n\r\n");
                while (true) {
                    socket.getOutputStream().write(chunk);
                }
            });
        }
    },

    /** Closes the connection in the middle of its answer. */
    CUT_OFF {
        @Override
        public Running start() throws IOException {
            return hostile((socket, server) -> {
                HostileServer.readRequest(socket);
                HostileServer.write(socket, "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"accepted\":");
            });
        }
    },

    /** Presents a certificate that nobody vouches for. */
    WRONG_CERTIFICATE {
        @Override
        public Running start() throws Exception {
            Path folder = Files.createTempDirectory("tidewatch-certificate");
            HttpsServer server = SelfSigned.server(SelfSigned.context(folder));
            server.createContext(
                    "/", exchange -> FakeServer.respond(exchange, 202, "{\"accepted\":1,\"rejected\":[]}"));
            server.start();
            return new Running(
                    URI.create("https://localhost:" + server.getAddress().getPort()), () -> {
                        server.stop(0);
                        Files.deleteIfExists(folder.resolve("server.p12"));
                        Files.deleteIfExists(folder);
                    });
        }
    };

    /** Starts a server with this fault. */
    public abstract Running start() throws Exception;

    /**
     * A server at work.
     *
     * @param url its address
     * @param end stops it
     */
    public record Running(URI url, AutoCloseable end) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    private static Running answering(String status, String headers) throws IOException {
        return hostile((socket, server) -> {
            HostileServer.readRequest(socket);
            HostileServer.write(socket, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n");
        });
    }

    private static Running hostile(HostileServer.Behaviour behaviour) throws IOException {
        HostileServer server = new HostileServer(behaviour);
        return new Running(server.url(), server);
    }
}
