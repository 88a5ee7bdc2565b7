package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the acknowledged events of each model from their acknowledgement to the event store. What was stored and what
 * became a dead letter is written down with each checkpoint of the log; what is pending is counted in the log itself, so
 * the account is right again after a kill.
 */
@ApplicationScoped
public class EventAccounts {

    private final Map<Key, Counts> counts = new ConcurrentHashMap<>();

    /** The accounts of an organization's models. */
    public List<ModelAccount> of(OrganizationId organization) {
        List<ModelAccount> accounts = new ArrayList<>();
        counts.forEach((key, value) -> {
            if (key.organization().equals(organization)) {
                accounts.add(value.account(key));
            }
        });
        return accounts;
    }

    /** The account of one kind of events of one model; zeros if it has none. */
    public ModelAccount of(OrganizationId organization, ModelId model, EventKind kind) {
        Key key = new Key(organization, model, kind);
        Counts value = counts.get(key);
        return value == null ? new ModelAccount(model, kind, 0, 0, 0, 0) : value.account(key);
    }

    /** Events waiting for the event store, all organizations together. */
    public long pending() {
        return counts.values().stream().mapToLong(Counts::pending).sum();
    }

    /** Events of an organization waiting for the event store. */
    public long pending(OrganizationId organization) {
        return of(organization).stream().mapToLong(ModelAccount::pending).sum();
    }

    /** These events are in the log now. */
    void accepted(OrganizationId organization, ModelId model, EventKind kind, long events) {
        counts(organization, model, kind).accept(events);
    }

    /** These events have left the log. */
    void settled(OrganizationId organization, ModelId model, EventKind kind, Settlement settlement) {
        counts(organization, model, kind).settle(settlement);
    }

    private Counts counts(OrganizationId organization, ModelId model, EventKind kind) {
        return counts.computeIfAbsent(new Key(organization, model, kind), ignored -> new Counts());
    }

    /** Forgets an organization; after its erasure. */
    public void forget(OrganizationId organization) {
        counts.keySet().removeIf(key -> key.organization().equals(organization));
    }

    /** Writes down what does not come from the log. */
    void write(DataOutputStream out) throws IOException {
        Map<Key, Counts> copy = new LinkedHashMap<>(counts);
        out.writeInt(copy.size());
        for (Map.Entry<Key, Counts> entry : copy.entrySet()) {
            Key key = entry.getKey();
            writeUuid(out, key.organization().value());
            writeUuid(out, key.model().value());
            out.writeUTF(key.kind().name());
            entry.getValue().write(out);
        }
    }

    /** Adds what was written down; of an adopted log, too. */
    void read(DataInputStream in) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            OrganizationId organization = new OrganizationId(readUuid(in));
            ModelId model = new ModelId(readUuid(in));
            EventKind kind = EventKind.valueOf(in.readUTF());
            counts(organization, model, kind).add(in.readLong(), in.readLong());
        }
    }

    private static void writeUuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    /**
     * What became of events that have left the log.
     *
     * @param stored now in the event store
     * @param deadLettered now among the dead letters
     * @param dropped found to be repetitions or erased only now: they were counted as accepted, and are so no longer
     */
    record Settlement(long stored, long deadLettered, long dropped) {}

    private record Key(OrganizationId organization, ModelId model, EventKind kind) {}

    private static final class Counts {

        private long pending;
        private long stored;
        private long deadLettered;

        synchronized void accept(long events) {
            pending += events;
        }

        synchronized void settle(Settlement settlement) {
            stored += settlement.stored();
            deadLettered += settlement.deadLettered();
            pending -= settlement.stored() + settlement.deadLettered() + settlement.dropped();
        }

        synchronized void add(long moreStored, long moreDeadLettered) {
            stored += moreStored;
            deadLettered += moreDeadLettered;
        }

        synchronized long pending() {
            return pending;
        }

        synchronized void write(DataOutputStream out) throws IOException {
            out.writeLong(stored);
            out.writeLong(deadLettered);
        }

        synchronized ModelAccount account(Key key) {
            long accepted = pending + stored + deadLettered;
            return new ModelAccount(key.model(), key.kind(), accepted, pending, stored, deadLettered);
        }
    }
}
