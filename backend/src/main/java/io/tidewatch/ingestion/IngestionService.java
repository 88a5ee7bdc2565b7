package io.tidewatch.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.github.luben.zstd.ZstdIOException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.decision.VersionEvidence;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
    private final IngestionDoor door;
    private final ReadingGate gate;
    private final SchemaLearner learner;
    private final EventLog log;
    private final IdempotencyKeys keys;
    private final Tombstones tombstones;
    private final RetentionDays retention;
    private final IngestionConfig config;
    private final Clock clock;
    private final RandomGenerator random;

    IngestionService(
            IngestionTargets targets,
            IngestionDoor door,
            ReadingGate gate,
            SchemaLearner learner,
            EventLog log,
            IdempotencyKeys keys,
            Tombstones tombstones,
            RetentionDays retention,
            IngestionConfig config,
            Clock clock,
            RandomGenerator random) {
        this.targets = targets;
        this.door = door;
        this.gate = gate;
        this.learner = learner;
        this.log = log;
        this.keys = keys;
        this.tombstones = tombstones;
        this.retention = retention;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Reads and keeps predictions. Blocks. */
    IngestionReceipt predictions(Caller caller, String modelKey, IngestionBody body) {
        IdempotencyKeys.check(body.idempotencyKey());
        return through(caller, body, passage -> predictions(caller, modelKey, passage));
    }

    private IngestionReceipt predictions(Caller caller, String modelKey, Passage passage) {
        VersionCatalog found = await(targets.find(caller, modelKey));
        int retentionDays = await(retention.of(found.organization(), found.model()));
        ErasedEntities erased = await(tombstones.of(found.organization()));
        return gate.admit(found.organization(), reservation(passage), () -> {
            IngestionBody body = passage.body();
            VersionCatalog catalog = found;
            if (learner.isOpen(found)) {
                body = whole(passage);
                catalog = learn(caller, modelKey, found, body, limits(passage, erased));
            }
            PredictionIds ids = new PredictionIds(catalog.organization(), catalog.model(), random);
            PredictionRows rows = new PredictionRows(
                    catalog, ids, retentionDays, passage.body().idempotencyKey());
            PredictionReader reader = new PredictionReader(catalog, rows, limits(passage, erased));
            boolean isBatch = read(catalog, passage, body, EventKind.PREDICTION, PREDICTIONS, reader);
            PredictionBatch batch = rows.batch();
            AppendResult result = batch.size() == 0 ? new AppendResult(0) : await(log.append(batch));
            return receipt(isBatch, reader, batch, result, passage.headers());
        });
    }

    /** Reads and keeps ground truth. Blocks. */
    IngestionReceipt groundTruth(Caller caller, String modelKey, IngestionBody body) {
        IdempotencyKeys.check(body.idempotencyKey());
        return through(caller, body, passage -> groundTruth(caller, modelKey, passage));
    }

    private IngestionReceipt groundTruth(Caller caller, String modelKey, Passage passage) {
        VersionCatalog catalog = await(targets.find(caller, modelKey));
        int retentionDays = await(retention.of(catalog.organization(), catalog.model()));
        return gate.admit(catalog.organization(), reservation(passage), () -> {
            PredictionIds ids = new PredictionIds(catalog.organization(), catalog.model(), random);
            EventLimits limits = limits(passage, ErasedEntities.NONE);
            GroundTruthReader reader = new GroundTruthReader(catalog.task(), ids, limits);
            boolean isBatch = read(catalog, passage, passage.body(), EventKind.GROUND_TRUTH, GROUND_TRUTH, reader);
            GroundTruthBatch batch = new GroundTruthBatch(
                    catalog.organization(), catalog.model(), limits.receivedAt(), retentionDays, reader.truths());
            long entry = 0;
            if (!batch.truths().isEmpty()) {
                entry = await(log.append(batch)).sequence();
            }
            return new IngestionReceipt(
                    isBatch,
                    GROUND_TRUTH,
                    batch.truths().size(),
                    0,
                    reader.violations(),
                    entry,
                    receiptId(
                            catalog.organization(),
                            catalog.model(),
                            EventKind.GROUND_TRUTH,
                            entry,
                            batch.truths().size()),
                    null,
                    passage.headers());
        });
    }

    private @Nullable String receiptId(
            OrganizationId organization, ModelId model, EventKind kind, long entry, int accepted) {
        return entry == 0 ? null : new ReceiptId(kind, log.id(), entry, accepted).text(organization, model);
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

    private IngestionReceipt through(Caller caller, IngestionBody body, Function<Passage, IngestionReceipt> work) {
        try (Passage passage = await(door.admit(caller, body))) {
            IngestionReceipt receipt = work.apply(passage);
            passage.events(receipt.events());
            return receipt;
        }
    }

    private EventLimits limits(Passage passage, ErasedEntities erased) {
        Instant now = clock.instant();
        Integer maxFeatures = passage.quota().maxFeatures();
        return new EventLimits(
                now,
                now.minus(config.maxAge()),
                now.plus(config.maxAhead()),
                maxFeatures == null ? config.maxFeatures() : Math.min(maxFeatures, config.maxFeatures()),
                config.maxExtraLength(),
                erased);
    }

    /** Most that the body may take in memory: what is sent, or what that may be inflated to. */
    private long reservation(Passage passage) {
        IngestionBody body = passage.body();
        long max = maxBodyBytes(passage);
        if (body.contentLength() < 0) {
            return max;
        }
        boolean plain = body.contentEncoding() == null;
        long inflated = Math.max(BodyReader.RATIO_FREE_BYTES, body.contentLength() * config.maxInflation());
        return Math.min(max, plain ? body.contentLength() : inflated);
    }

    private long maxBodyBytes(Passage passage) {
        Long own = passage.quota().maxBodyBytes();
        return own == null ? config.maxBodyBytes() : Math.min(own, config.maxBodyBytes());
    }

    /** The whole body, plain, for events that are looked at before they are read. The gate has reserved its size. */
    private IngestionBody whole(Passage passage) {
        IngestionBody body = passage.body();
        BodyReader bodies = new BodyReader(maxBodyBytes(passage), config.maxInflation());
        return reading(() -> {
            try (InputStream plain = bodies.open(body.content(), body.contentEncoding())) {
                return body.plain(plain.readAllBytes());
            }
        });
    }

    private VersionCatalog learn(
            Caller caller, String modelKey, VersionCatalog found, IngestionBody body, EventLimits limits) {
        EvidenceReader evidence = new EvidenceReader(limits);
        Map<String, VersionEvidence> seen = reading(() -> {
            // Bytes in memory: reading them again costs nothing but the time.
            body.content().mark(Integer.MAX_VALUE);
            readEvents(body.content(), body, PREDICTIONS, evidence);
            body.content().reset();
            return evidence.byVersion();
        });
        return await(learner.learn(caller, modelKey, found, seen));
    }

    private boolean read(
            VersionCatalog catalog,
            Passage passage,
            IngestionBody body,
            EventKind kind,
            String listName,
            EventReader reader) {
        BodyReader bodies = new BodyReader(maxBodyBytes(passage), config.maxInflation());
        return reading(() -> read(catalog, body, bodies, kind, listName, reader));
    }

    private boolean read(
            VersionCatalog catalog,
            IngestionBody body,
            BodyReader bodies,
            EventKind kind,
            String listName,
            EventReader reader)
            throws IOException {
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
        }
    }

    private static <T> T reading(Reading<T> work) {
        try {
            return work.read();
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

    private IngestionReceipt receipt(
            boolean isBatch, PredictionReader reader, PredictionBatch batch, AppendResult result, RateHeaders rates) {
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
                receiptId(
                        batch.organization(),
                        batch.model(),
                        EventKind.PREDICTION,
                        result.sequence(),
                        result.count(RowOutcome.ACCEPTED)),
                batch.hasGeneratedIds() ? nullable(ids) : null,
                rates);
    }

    private static List<@Nullable UUID> nullable(UUID[] ids) {
        return Arrays.asList(ids);
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }

    /** Reads from a body. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
