package io.tidewatch.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.demo.bench.SentIds.Sighting;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentIdsTest {
    @Test
    void everyIdIsFoundOnceAndWhatWasNotReadIsMissing() {
        List<String> sent = IntStream.range(0, 100_000)
                .mapToObj(i -> new UUID(i * 0x9E37_79B9_7F4A_7C15L, ~i).toString())
                .toList();
        SentIds ids = new SentIds();
        sent.forEach(ids::add);
        ids.seal();

        assertThat(ids.missing()).isEqualTo(100_000);
        assertThat(sent.subList(1, sent.size())).allMatch(id -> ids.sight(id) == Sighting.FIRST);
        assertThat(ids.missing()).isEqualTo(1);
        assertThat(ids.sight(sent.get(7))).isEqualTo(Sighting.AGAIN);
        assertThat(ids.sight(new UUID(1, 1).toString())).isEqualTo(Sighting.UNKNOWN);
        assertThat(ids.missing()).isEqualTo(1);
    }
}
