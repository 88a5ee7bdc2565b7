package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventLaneTest {

    @Test
    void onlyTheFirstOfferFindsTheLaneIdle() {
        EventLane lane = new EventLane();
        assertThat(lane.offer(predictions())).isTrue();
        assertThat(lane.offer(predictions())).isFalse();
        assertThat(lane.take(100)).hasSize(2);
        assertThat(lane.offer(predictions())).isFalse();
        assertThat(lane.take(100)).hasSize(1);
        assertThat(lane.take(100)).isEmpty();
        assertThat(lane.waitingBytes()).isZero();
        assertThat(lane.offer(predictions())).isTrue();
    }

    @Test
    void groupsHoldOneKindAndAreBoundedButNeverEmpty() {
        EventLane lane = new EventLane();
        for (EventWork work : List.of(predictions(), predictions(), truths(), predictions())) {
            lane.offer(work);
        }
        assertThat(lane.take(0)).hasSize(1);
        assertThat(lane.take(100)).hasSize(1);
        assertThat(lane.take(100).getFirst()).isInstanceOf(EventWork.Truths.class);
        assertThat(lane.take(100)).hasSize(1);
    }

    private static EventWork predictions() {
        return new EventWork.Predictions(Events.features("{\"size\":1}").batch(), new CompletableFuture<>());
    }

    private static EventWork truths() {
        return new EventWork.Truths(
                new GroundTruthBatch(Events.ORGANIZATION, Events.MODEL, Events.NOW, 400, List.of()),
                new CompletableFuture<>());
    }
}
