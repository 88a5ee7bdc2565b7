package io.tidewatch.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Instant TIME = Instant.parse("2026-09-19T06:30:00Z");

    @Test
    void theSameEventHasTheSameId() {
        assertThat(EventId.of("flight-delay", 42, TIME)).isEqualTo(EventId.of("flight-delay", 42, TIME));
    }

    @Test
    void isAUuidOfVersion7ThatCarriesTheTime() {
        UUID id = UUID.fromString(EventId.of("flight-delay", 42, TIME));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void otherEventsHaveOtherIds() {
        assertThat(EventId.of("flight-delay", 42, TIME))
                .isNotEqualTo(EventId.of("delay-minutes", 42, TIME))
                .isNotEqualTo(EventId.of("flight-delay", 43, TIME))
                .isNotEqualTo(EventId.of("flight-delay", 42, TIME.plusSeconds(60)));
        assertThat(LongStream.range(0, 200_000)
                        .mapToObj(index -> EventId.of("flight-delay", index, TIME))
                        .collect(Collectors.toSet()))
                .hasSize(200_000);
    }
}
