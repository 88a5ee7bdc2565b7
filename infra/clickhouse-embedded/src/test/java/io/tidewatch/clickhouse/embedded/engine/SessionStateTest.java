package io.tidewatch.clickhouse.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionStateTest {

    private static final Map<String, String> DEFAULTS = Map.of("async_insert", "0");

    @Test
    void sameStateNeedsNothing() {
        SessionState state = new SessionState("d", Map.of("max_threads", "1"));
        assertThat(state.statementsTo(state, DEFAULTS)).isEmpty();
    }

    @Test
    void takesBackWhatTheRequestBeforeHasSetAndSetsWhatTheNextWants() {
        SessionState before =
                new SessionState("a", Map.of("async_insert", "1", "max_threads", "1", "log_comment", "x"));
        SessionState after = new SessionState("b`c", Map.of("log_comment", "it's\\", "max_block_size", "10"));
        assertThat(before.statementsTo(after, DEFAULTS))
                .containsExactly(
                        "USE `b\\`c`",
                        "SET `async_insert` = '0', `max_threads` = DEFAULT, `log_comment` = 'it\\'s\\\\',"
                                + " `max_block_size` = '10'");
    }
}
