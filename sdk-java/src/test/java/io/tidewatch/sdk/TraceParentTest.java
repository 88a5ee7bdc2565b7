package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7-00",
                "cc-" + ID + "-00f067aa0ba902b7-01",
                "cc-" + ID + "-00f067aa0ba902b7-01-what-a-later-version-adds",
            })
    void readsTheTraceId(String header) {
        assertThat(TraceParent.traceId(header)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + ID + "-00f067aa0ba902b7",
                "00-" + ID + "-00f067aa0ba902b7-01-more",
                "cc-" + ID + "-00f067aa0ba902b7-01more",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "0G-" + ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00_" + ID + "-00f067aa0ba902b7-01",
                "00-" + ID + "_00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7_01",
                "00-" + ID + "-00f067aa0ba902bx-01",
                "00-" + ID + "-00f067aa0ba902b7-0x",
            })
    void ignoresWhatIsNotAHeader(String header) {
        assertThat(TraceParent.traceId(header)).isNull();
    }

    @Test
    void ignoresNull() {
        assertThat(TraceParent.traceId(null)).isNull();
        assertThat(TraceParent.isTraceId(null)).isFalse();
    }
}
