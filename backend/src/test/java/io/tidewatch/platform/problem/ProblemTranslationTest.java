package io.tidewatch.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ProblemTranslationTest {

    @Test
    void deeplyNestedJsonIsRefusedBeforeItHurts() {
        Throwable failure = catchThrowable(() -> new ObjectMapper().readTree("[".repeat(100_000)));

        assertThat(ProblemTranslation.of(failure).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
    }

    @Test
    void problemIsFoundInsideWrappers() {
        ProblemException problem = ErrorCode.TEAM_NOT_FOUND.problem();

        assertThat(ProblemTranslation.of(new CompletionException(problem))).isSameAs(problem);
    }

    @Test
    void lostConnectionIsNotOurFault() {
        ProblemException problem = ProblemTranslation.of(new IllegalStateException(new ConnectException("refused")));

        assertThat(problem.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        assertThat(problem.retryAfter()).isPositive();
    }

    @Test
    void unknownFailureTellsNothingAboutItself() {
        ProblemException problem = ProblemTranslation.of(new IllegalStateException("select secret from somewhere"));

        assertThat(problem.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(problem.detail()).doesNotContain("secret");
    }
}
