package io.tidewatch.ingestion;

import io.tidewatch.ingestion.DeadLetterService.Failure;
import io.tidewatch.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends the events of dead letters through the same door as everybody's: they meet today's schema and today's limits. */
@ApplicationScoped
class DeadLetterReplay {

    private final IngestionService ingestion;

    DeadLetterReplay(IngestionService ingestion) {
        this.ingestion = ingestion;
    }

    /**
     * Sends letters of one model. Blocks.
     *
     * @param failures where letters go whose event was refused again
     * @return the letters whose event was accepted, or known already
     */
    List<StoredDeadLetter> send(Caller caller, String model, List<StoredDeadLetter> letters, List<Failure> failures) {
        List<StoredDeadLetter> good = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            List<StoredDeadLetter> ofKind = letters.stream()
                    .filter(letter -> letter.kind().equals(kind.key()))
                    .toList();
            if (!ofKind.isEmpty()) {
                IngestionReceipt receipt = send(caller, model, kind, ofKind);
                sort(ofKind, receipt, good, failures);
            }
        }
        return good;
    }

    private IngestionReceipt send(Caller caller, String model, EventKind kind, List<StoredDeadLetter> letters) {
        String list = kind == EventKind.PREDICTION ? "predictions" : "groundTruth";
        byte[] body = letters.stream()
                .map(StoredDeadLetter::payload)
                .collect(Collectors.joining(",", "{\"" + list + "\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
        IngestionBody request = new IngestionBody(new ByteArrayInputStream(body), null, null, null, body.length);
        return kind == EventKind.PREDICTION
                ? ingestion.predictions(caller, model, request)
                : ingestion.groundTruth(caller, model, request);
    }

    private static void sort(
            List<StoredDeadLetter> letters,
            IngestionReceipt receipt,
            List<StoredDeadLetter> good,
            List<Failure> failures) {
        Set<Integer> refused = new HashSet<>();
        for (EventViolation violation : receipt.violations()) {
            if (refused.add(violation.index())) {
                failures.add(new Failure(
                        letters.get(violation.index()).id(),
                        violation.error().code(),
                        violation.field(),
                        violation.detail()));
            }
        }
        for (int i = 0; i < letters.size(); i++) {
            if (!refused.contains(i)) {
                good.add(letters.get(i));
            }
        }
    }
}
