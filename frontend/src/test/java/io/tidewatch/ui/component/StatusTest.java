package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsReadFromItsCode(Status status) {
        assertThat(Status.of(status.code())).isEqualTo(status);
    }

    @Test
    void whatWeDoNotKnowIsUnknown() {
        assertThat(Status.of("preliminary")).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void whatNeedsAttentionComesFirst() {
        assertThat(Arrays.stream(Status.values()).sorted(Comparator.comparingInt(Status::urgency)))
                .containsExactly(Status.CRITICAL, Status.WARNING, Status.NO_DATA, Status.UNKNOWN, Status.OK);
    }
}
