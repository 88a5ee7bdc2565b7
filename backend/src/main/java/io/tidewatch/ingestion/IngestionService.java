package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.github.luben.zstd.ZstdIOException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in. Reading is blocking work, done on a virtual thread, so that a slow sender holds no thread that others
 * need.
 */
@ApplicationScoped
class IngestionService {

    private static final String PREDICTIONS = "predictions";
    private static final String GROUND_TRUTH = "groundTruth";
    // Longer than any single step behind it may take.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final IngestionTargets targets;
    private final ReadingGate gate;
    private final EventLog log;
    private final IdempotencyKeys keys;
    private final Tombstones tombstones;
    private final IngestionConfig config;
    private final Clock clock;
    private final RandomGenerator random;
    private final int retentionDays;

    IngestionService(
            IngestionTargets targets,
            ReadingGate gate,
            EventLog log,
            IdempotencyKeys keys,
            Tombstones tombstones,
            IngestionConfig config,
            Clock clock,
            RandomGenerator random) {
        this.targets = targets;
        this.gate = gate;
        this.log = log;
        this.keys = keys;
        this.tombstones = tombstones;
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.retentionDays = Integer.parseInt(config.retentionDays());
    }

    /** Reads and keeps predictions. Blocks. */
    IngestionReceipt predictions(Caller caller, String modelKey, IngestionBody body) {
        IdempotencyKeys.check(body.idempotencyKey());
        VersionCatalog catalog = await(targets.find(caller, modelKey));
        ErasedEntities erased = await(tombstones.of(catalog.organization()));
        return gate.admit(reservation(body), () -> {
            PredictionIds ids = new PredictionIds(catalog.organization(), catalog.model(), random);
            PredictionRows rows = new PredictionRows(catalog, ids, retentionDays, body.idempotencyKey());
            PredictionReader reader = new PredictionReader(catalog, rows, limits(erased));
            boolean isBatch = read(catalog, body, EventKind.PREDICTION, PREDICTIONS, reader);
            PredictionBatch batch = rows.batch();
            AppendResult result = batch.size() == 0 ? new AppendResult(0) : await(log.append(batch));
            return receipt(isBatch, reader, batch, result);
        });
    }

    /** Reads and keeps ground truth. Blocks. */
    IngestionReceipt groundTruth(Caller caller, String modelKey, IngestionBody body) {
        IdempotencyKeys.check(body.idempotencyKey());
        VersionCatalog catalog = await(targets.find(caller, modelKey));
        return gate.admit(reservation(body), () -> {
            PredictionIds ids = new PredictionIds(catalog.organization(), catalog.model(), random);
            EventLimits limits = limits(ErasedEntities.NONE);
            GroundTruthReader reader = new GroundTruthReader(catalog.task(), ids, limits);
            boolean isBatch = read(catalog, body, EventKind.GROUND_TRUTH, GROUND_TRUTH, reader);
            GroundTruthBatch batch = new GroundTruthBatch(
                    catalog.organization(), catalog.model(), limits.receivedAt(), retentionDays, reader.truths());
            long entry = 0;
            if (!batch.truths().isEmpty()) {
                entry = await(log.append(batch)).sequence();
            }
            return new IngestionReceipt(
                    isBatch, GROUND_TRUTH, batch.truths().size(), 0, reader.violations(), entry, null);
        });
    }

    /**
     * Waits until the events of a request can be read. Blocks.
     *
     * @return false if that took longer
     */
    boolean awaitStored(IngestionReceipt receipt, Duration longest) {
        try {
            log.stored(receipt.entry()).await().atMost(longest);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private EventLimits limits(ErasedEntities erased) {
        Instant now = clock.instant();
        return new EventLimits(
                now,
                now.minus(config.maxAge()),
                now.plus(config.maxAhead()),
                config.maxFeatures(),
                config.maxExtraLength(),
                erased);
    }

    private long reservation(IngestionBody body) {
        boolean known = body.contentEncoding() == null && body.contentLength() >= 0;
        return known ? Math.min(body.contentLength(), config.maxBodyBytes()) : config.maxBodyBytes();
    }

    private boolean read(
            VersionCatalog catalog, IngestionBody body, EventKind kind, String listName, EventReader reader) {
        BodyReader bodies = new BodyReader(config.maxBodyBytes(), config.maxInflation());
        String key = body.idempotencyKey();
        try (InputStream plain = bodies.open(body.content(), body.contentEncoding())) {
            if (key == null) {
                return readEvents(plain, body, listName, reader);
            }
            DigestInputStream digested = new DigestInputStream(plain, sha256());
            boolean isBatch = readEvents(digested, body, listName, reader);
            String content =
                    HexFormat.of().formatHex(digested.getMessageDigest().digest());
            keys.use(catalog.organization(), catalog.model(), kind, key, content);
            return isBatch;
        } catch (JacksonException e) {
            throw ErrorCode.MALFORMED_JSON.problem(describe(e)).causedBy(e);
        } catch (CharConversionException e) {
            throw ErrorCode.MALFORMED_JSON.problem("The body is not UTF-8.").causedBy(e);
        } catch (ZipException | EOFException | ZstdIOException e) {
            throw ErrorCode.MALFORMED_JSON
                    .problem("The body is not of its Content-Encoding, or cut off.")
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean readEvents(InputStream plain, IngestionBody body, String listName, EventReader reader)
            throws IOException {
        if (body.isLines()) {
            EventLines.read(plain, reader);
            return true;
        }
        return EventEnvelope.read(plain, listName, reader);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String describe(JacksonException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String what = failure instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException
                ? "nested too deeply or has a name or number that is too long"
                : "not valid JSON";
        return "The body is " + what + where + ". Nothing of it was kept.";
    }

    private static IngestionReceipt receipt(
            boolean isBatch, PredictionReader reader, PredictionBatch batch, AppendResult result) {
        List<EventViolation> violations = new ArrayList<>(reader.violations());
        UUID[] ids = new UUID[reader.count()];
        for (int row = 0; row < batch.size(); row++) {
            if (result.outcome(row) == RowOutcome.CONFLICT) {
                violations.add(new EventViolation(
                        batch.eventIndex(row),
                        EventError.CONFLICTING_PREDICTION,
                        "predictionId",
                        "a prediction with this id and other content is already known",
                        batch.id(row).toString()));
            } else {
                ids[batch.eventIndex(row)] = batch.id(row);
            }
        }
        violations.sort(Comparator.comparingInt(EventViolation::index));
        return new IngestionReceipt(
                isBatch,
                PREDICTIONS,
                result.count(RowOutcome.ACCEPTED),
                result.count(RowOutcome.DUPLICATE),
                violations,
                result.sequence(),
                batch.hasGeneratedIds() ? nullable(ids) : null);
    }

    private static List<@Nullable UUID> nullable(UUID[] ids) {
        return Arrays.asList(ids);
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }
}
