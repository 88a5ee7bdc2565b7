package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.Violation;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of analytic reads and finds their model. */
@ApplicationScoped
class AnalysisScopes {

    private static final Duration MAX_WINDOW = Duration.ofDays(400);
    // The event store keeps times up to the year 2299.
    private static final long MAX_SECOND = 7_258_118_399L;

    private final ModelService models;
    private final ModelVersionService versions;

    AnalysisScopes(ModelService models, ModelVersionService versions) {
        this.models = models;
        this.versions = versions;
    }

    /** Fails with {@code validation-failed}, {@code model-not-found} or {@code version-not-found}. */
    Uni<AnalysisScope> resolve(Caller caller, String modelKey, AnalysisParams params) {
        Window window = window(params);
        return models.readable(caller, modelKey)
                .chain(model -> versions.all(caller.organization(), model.id())
                        .map(known -> scope(caller, model, known, window, params)));
    }

    private static AnalysisScope scope(
            Caller caller, RegisteredModel model, List<ModelVersion> known, Window window, AnalysisParams params) {
        String wanted = params.version();
        if (wanted != null
                && known.stream().noneMatch(version -> version.version().equals(wanted))) {
            throw ErrorCode.VERSION_NOT_FOUND.problem("The model has no version '" + wanted + "'.");
        }
        return new AnalysisScope(
                model,
                known,
                new WindowSelection(
                        caller.organization(), model.id(), window.from(), window.to(), wanted, params.environment()));
    }

    private static Window window(AnalysisParams params) {
        List<Violation> violations = new ArrayList<>();
        Instant from = instant(params.from(), "from", violations);
        Instant to = instant(params.to(), "to", violations);
        if (from != null && to != null && violations.isEmpty()) {
            if (!from.isBefore(to)) {
                violations.add(new Violation("to", "invalid", "must be after from"));
            } else if (Duration.between(from, to).compareTo(MAX_WINDOW) > 0) {
                violations.add(new Violation("to", "out-of-range", "must be within 400 days of from"));
            } else {
                return new Window(from, to);
            }
        }
        throw ErrorCode.VALIDATION_FAILED.problem().violations(violations);
    }

    private static @Nullable Instant instant(@Nullable String text, String field, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(new Violation(field, "missing", "is required"));
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() > MAX_SECOND) {
                violations.add(new Violation(field, "out-of-range", "must be from 1970 to 2199"));
            }
            return instant;
        } catch (DateTimeParseException e) {
            violations.add(new Violation(field, "wrong-type", "must be an RFC 3339 time such as 2026-03-01T12:00:00Z"));
            return null;
        }
    }

    private record Window(Instant from, Instant to) {}
}
