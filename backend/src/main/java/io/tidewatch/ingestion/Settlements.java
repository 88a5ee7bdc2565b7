package io.tidewatch.ingestion;

import io.tidewatch.ingestion.EventAccounts.Settlement;
import io.tidewatch.ingestion.RowSelection.ModelKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of the events of a batch; told to the accounts when all of it is done. */
final class Settlements {

    private final Map<Key, Settlement> settlements = new LinkedHashMap<>();

    void stored(ModelKey model, EventKind kind, int events) {
        add(model, kind, new Settlement(events, 0, 0));
    }

    void deadLettered(ModelKey model, EventKind kind) {
        add(model, kind, new Settlement(0, 1, 0));
    }

    void dropped(ModelKey model, EventKind kind) {
        add(model, kind, new Settlement(0, 0, 1));
    }

    void tell(EventAccounts accounts) {
        settlements.forEach((key, settlement) ->
                accounts.settled(key.model().organization(), key.model().model(), key.kind(), settlement));
    }

    private void add(ModelKey model, EventKind kind, Settlement more) {
        settlements.merge(
                new Key(model, kind),
                more,
                (one, other) -> new Settlement(
                        one.stored() + other.stored(),
                        one.deadLettered() + other.deadLettered(),
                        one.dropped() + other.dropped()));
    }

    private record Key(ModelKey model, EventKind kind) {}
}
