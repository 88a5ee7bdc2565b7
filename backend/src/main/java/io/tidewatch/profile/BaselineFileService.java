package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.job.WorkerPool;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.profile.file.FileFormat;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pins baselines from files: their values are counted, and nothing of them becomes a prediction. */
@ApplicationScoped
class BaselineFileService {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ModelService models;
    private final ModelVersionService versions;
    private final BaselinePinner pinner;
    private final BaselineRepository baselines;
    private final TenantSession sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final FileDesk desk;
    // Reading is computing, which must not hold a thread that carries the virtual ones of other requests. The desk lets
    // one
    // file in at a time.
    private final WorkerPool worker = new WorkerPool("baseline-file", 1, 1);

    BaselineFileService(
            ModelService models,
            ModelVersionService versions,
            BaselinePinner pinner,
            BaselineRepository baselines,
            TenantSession sessions,
            AuditLog audit,
            Clock clock,
            FileDesk desk) {
        this.models = models;
        this.versions = versions;
        this.pinner = pinner;
        this.baselines = baselines;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.desk = desk;
    }

    /** Reads a file without pinning it. Blocks. */
    FileContent preview(Caller caller, String modelKey, PinFile command, FileFormat format, InputStream content) {
        return read(caller, target(caller, modelKey, command), command, format, content);
    }

    /** Pins what a file holds; fails with {@code validation-failed} if rows are bad and may not be left out. Blocks. */
    Baseline pin(Caller caller, String modelKey, PinFile command, FileFormat format, InputStream content) {
        Target target = target(caller, modelKey, command);
        FileContent read = read(caller, target, command, format, content);
        check(read, command);
        Instant now = clock.instant();
        FileWindow window = FileWindow.of(command, read, target.known(), now);
        String file = command.fileName() == null ? "file" : command.fileName();
        return await(pinner.prepare(
                        caller,
                        target.model(),
                        new PinBaseline(
                                command.name() == null ? file : command.name(),
                                command.version(),
                                null,
                                window.from(),
                                window.to()),
                        target.variables(),
                        new WindowValues(read.rows(), read.values()))
                .chain(baseline -> sessions.inOrganization(
                        caller.organization(),
                        session -> baselines
                                .insert(caller.organization(), target.model().id(), baseline)
                                .call(() -> audit.record(
                                        caller,
                                        AuditEvent.created(
                                                "baseline",
                                                modelKey + "/" + baseline.id(),
                                                Map.of(
                                                        "name",
                                                        baseline.name(),
                                                        "file",
                                                        file,
                                                        "rows",
                                                        read.rows())))))));
    }

    private static void check(FileContent read, PinFile command) {
        if (!read.complete()) {
            throw problem(read, "The file can't be read to its end. Correct the row that is named last.");
        }
        if (read.badRows() > 0 && !command.skipBadRows()) {
            throw problem(
                    read,
                    read.badRows() + (read.badRows() == 1 ? " row is" : " rows are")
                            + " bad. Correct the file, or leave bad rows out with badRows=skip.");
        }
        if (read.rows() == 0) {
            throw problem(read, "The file has no good row.");
        }
        if (read.values().isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem("No column of the file is a feature of the model.")
                    .violation("columns", "unknown", "name the columns as the schema does, or map them");
        }
    }

    private static RuntimeException problem(FileContent read, String detail) {
        var problem = ErrorCode.VALIDATION_FAILED.problem(detail);
        read.problems()
                .forEach(each -> problem.violation(
                        "row " + each.row() + (each.column() == null ? "" : ", column " + each.column()),
                        each.code(),
                        each.detail()));
        return problem.extension("badRows", read.badRows());
    }

    private Target target(Caller caller, String modelKey, PinFile command) {
        return await(models.writable(caller, modelKey)
                .chain(model -> versions.all(caller.organization(), model.id()).map(known -> {
                    String wanted = command.version();
                    if (wanted != null
                            && known.stream()
                                    .noneMatch(version -> version.version().equals(wanted))) {
                        throw ErrorCode.VERSION_NOT_FOUND.problem("The model has no version '" + wanted + "'.");
                    }
                    return new Target(model, known, WatchedVariables.of(model.task(), known, wanted));
                })));
    }

    private FileContent read(Caller caller, Target target, PinFile command, FileFormat format, InputStream content) {
        FileColumns columns = new FileColumns(target.variables(), command.columns());
        String wrong = columns.problem();
        if (wrong != null) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("columns", "invalid", wrong);
        }
        long numbers = target.variables().stream()
                .filter(variable -> variable.type().isNumeric())
                .count();
        return desk.read(
                caller.organization(),
                content,
                stored -> await(worker.run(() -> new FileContentReader(columns, numbers).read(format, stored))));
    }

    @PreDestroy
    void close() {
        worker.close();
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }

    private record Target(RegisteredModel model, List<ModelVersion> known, List<Variable> variables) {}

    /** The stretch of time that a baseline from a file stands for. */
    private record FileWindow(Instant from, Instant to) {

        static FileWindow of(PinFile command, FileContent read, List<ModelVersion> known, Instant now) {
            if (command.from() != null && command.to() != null) {
                return new FileWindow(command.from(), command.to());
            }
            if (read.first() != null && read.last() != null) {
                return new FileWindow(read.first(), read.last().plusMillis(1));
            }
            @Nullable
            ModelVersion version = known.stream()
                    .filter(candidate -> candidate.version().equals(command.version()))
                    .findFirst()
                    .orElse(known.isEmpty() ? null : known.getLast());
            if (version != null && version.trainedFrom() != null && version.trainedTo() != null) {
                return new FileWindow(version.trainedFrom(), version.trainedTo());
            }
            return new FileWindow(now.minusMillis(1), now);
        }
    }
}
