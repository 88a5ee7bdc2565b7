package io.tidewatch.sdk.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ThrottledLoggerTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private long now;
    private final ThrottledLogger logger = new ThrottledLogger(new Lines(), () -> now);

    @Test
    void leavesOutWhatIsMoreThanFiveInTheFirstMinute() {
        for (int i = 0; i < 100; i++) {
            logger.warn("a", "message " + i);
        }
        assertThat(lines).containsExactly("message 0", "message 1", "message 2", "message 3", "message 4");
    }

    @Test
    void goesOnWithOneAMinuteAndSaysHowManyWereLeftOut() {
        for (int second = 0; second < 180; second++) {
            logger.warn("a", "at " + second);
            now += SECOND;
        }
        assertThat(lines).hasSize(7);
        assertThat(lines.get(5)).isEqualTo("at 60 (55 similar messages left out)");
        assertThat(lines.get(6)).isEqualTo("at 120 (59 similar messages left out)");
    }

    @Test
    void countsEachKindByItself() {
        for (int i = 0; i < 10; i++) {
            logger.warn("a", "a");
        }
        logger.info("b", "b");
        assertThat(lines).hasSize(6).endsWith("b");
    }

    @Test
    void aQuietTimeEarnsTheFullBurstBack() {
        for (int i = 0; i < 10; i++) {
            logger.warn("a", "a");
        }
        now += 300 * SECOND;
        lines.clear();
        for (int i = 0; i < 10; i++) {
            logger.warn("a", "a");
        }
        assertThat(lines).hasSize(5);
    }

    @Test
    void survivesABrokenLogOfTheHost() {
        ThrottledLogger broken = new ThrottledLogger(
                new Lines() {
                    @Override
                    void line(String text) {
                        throw new IllegalStateException("disk full");
                    }
                },
                () -> now);
        assertThatCode(() -> broken.warn("a", "a")).doesNotThrowAnyException();
    }

    private class Lines implements System.Logger {

        void line(String text) {
            lines.add(text);
        }

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            line(message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            line(format);
        }
    }
}
