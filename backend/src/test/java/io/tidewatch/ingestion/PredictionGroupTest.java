package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ingestion.AppendResult.RowOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PredictionGroupTest {

    @Test
    void repetitionsAreFoundWithinTheGroupAndAgainstTheStore() throws IOException {
        PredictionBatch first = batch("a", 1, "b", 2, "a", 1, "a", 3);
        PredictionBatch second = batch("b", 2, "c", 4, "d", 5);
        PredictionGroup group = new PredictionGroup(List.of(first, second));
        UUID stored = second.id(1);
        UUID changed = second.id(2);
        group.found(Events.MODEL, stored, new KnownPrediction(77, second.hash(1)));
        group.found(Events.MODEL, changed, new KnownPrediction(88, second.hash(2) + 1));

        group.classify();

        assertThat(outcomes(group.results().get(0), 4))
                .containsExactly(RowOutcome.ACCEPTED, RowOutcome.ACCEPTED, RowOutcome.DUPLICATE, RowOutcome.CONFLICT);
        assertThat(outcomes(group.results().get(1), 3))
                .containsExactly(RowOutcome.DUPLICATE, RowOutcome.DUPLICATE, RowOutcome.CONFLICT);
        assertThat(group.acceptedCount()).isEqualTo(2);
        assertThat(group.occurredAtMicros(Events.MODEL, stored)).isEqualTo(77);
        assertThat(group.occurredAtMicros(Events.MODEL, first.id(0))).isEqualTo(first.occurredAtMicros(0));

        ByteArrayOutputStream body = new ByteArrayOutputStream();
        group.writeAccepted(body, 4711);
        assertThat(body.size()).isEqualTo(first.end(1));
        assertThat(RowBinary.row(first, 1)).containsEntry("batch_id", 4711L);
        assertThat(RowBinary.row(first, 2)).containsEntry("batch_id", 0L);
    }

    @Test
    void generatedIdsAreNotLookedUp() {
        PredictionGroup group =
                new PredictionGroup(List.of(Events.features("{\"size\":1}").batch()));
        assertThat(group.clientIds(Events.MODEL)).isEmpty();
        group.classify();
        assertThat(group.acceptedCount()).isEqualTo(1);
    }

    private static List<RowOutcome> outcomes(AppendResult result, int rows) {
        return java.util.stream.IntStream.range(0, rows)
                .mapToObj(result::outcome)
                .toList();
    }

    private static PredictionBatch batch(Object... idsAndValues) {
        StringBuilder body = new StringBuilder("{\"predictions\":[");
        for (int i = 0; i < idsAndValues.length; i += 2) {
            body.append(i == 0 ? "" : ",")
                    .append(
                            "{\"predictionId\":\"%s\",\"version\":\"1\",\"features\":{\"size\":1},\"prediction\":{\"value\":%s}}"
                                    .formatted(idsAndValues[i], idsAndValues[i + 1]));
        }
        return Events.predictions(Events.regression(), body + "]}").batch();
    }
}
