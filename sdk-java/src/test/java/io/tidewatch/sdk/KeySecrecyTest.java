package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log says what is wrong, and never with what key. */
class KeySecrecyTest {

    private static final String KEY = "tw_abcdefghijklmnop_SECRETSECRETSECRET";

    private final Logger logger = Logger.getLogger("io.tidewatch.sdk");
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(Level.OFF);
    }

    @Test
    void saysWhatIsWrongButNotTheKey() throws Exception {
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                // A server that talks back what it was sent.
                FakeServer.respond(
                        exchange,
                        401,
                        "{\"code\":\"" + exchange.getRequestHeaders().getFirst("Authorization") + "\",\"detail\":\""
                                + KEY + "\"}");
                return true;
            });
            try (Tidewatch tidewatch = server.client().apiKey(KEY).build()) {
                tidewatch.record(Prediction.builder().feature("email", "a@example.com"));
                tidewatch.flush(Duration.ofSeconds(30));
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("UNAUTHORIZED") && line.contains("http-401"));
        assertThat(lines).noneMatch(line -> line.contains("SECRET") || line.contains("example.com"));
    }

    @Test
    void warnsOfAKeyThatTravelsUnencrypted() {
        Tidewatch.builder()
                .endpoint("http://tidewatch.invalid")
                .apiKey(KEY)
                .model("m")
                .version("1")
                .build()
                .close();

        assertThat(lines)
                .anyMatch(line -> line.contains("unencrypted to tidewatch.invalid"))
                .noneMatch(line -> line.contains("SECRET"));
    }
}
