package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked, and may be chosen. */
@Timeout(60)
class TlsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private SSLContext trusting;
    private HttpsServer server;

    @BeforeEach
    void startServer() throws Exception {
        KeyStore keys = selfSigned();
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            FakeServer.respond(exchange, 202, "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aCertificateNobodyVouchesForGetsNothing() {
        try (Tidewatch tidewatch =
                client().retryDeadline(Duration.ofMillis(300)).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).stats().droppedByReason())
                    .isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void theHostMayVouchForIt() {
        try (Tidewatch tidewatch =
                client().httpClient(http -> http.sslContext(trusting)).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));

            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
        }
        assertThat(requests).hasValue(1);
    }

    private TidewatchBuilder client() {
        return Tidewatch.builder()
                .endpoint(URI.create("https://localhost:" + server.getAddress().getPort()))
                .apiKey("tw_test_secret")
                .model("m")
                .version("1");
    }

    private KeyStore selfSigned() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return trusted(keys);
    }

    /** The same store with the certificate as an authority of its own, so that one store serves both sides. */
    private static KeyStore trusted(KeyStore keys) throws Exception {
        keys.setCertificateEntry("authority", keys.getCertificate("server"));
        return keys;
    }
}
