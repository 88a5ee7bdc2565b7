package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Who did what to what. */
@ApplicationScoped
public class Audit {

    private final Backend backend;

    /** The audit behind this door. */
    public Audit(Backend backend) {
        this.backend = backend;
    }

    /** One page of entries, newest first. */
    public Page<AuditEntry> list(Caller caller, Filter filter, int limit, @Nullable String cursor) {
        return backend.get(
                caller,
                filter.on(Query.path("/audit-entries").with("limit", limit).with("cursor", cursor)),
                new TypeReference<>() {});
    }

    /** A file of all entries that match; the receiver closes it. */
    public InputStream export(Caller caller, Filter filter, Format format) {
        return backend.stream(
                caller, filter.on(Query.path("/audit-entries/{}", format.extension())), format.mediaType());
    }

    /** Checks the links of the chain after an entry; goes on where {@code lastSequence} says until it is complete. */
    public AuditVerification verify(Caller caller, long after) {
        return backend.get(
                caller,
                Query.path("/audit-entries/verification").with("after", Long.toString(after)),
                AuditVerification.class);
    }

    /** Which entries; null leaves a part open. */
    public record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable Instant from,
            @Nullable Instant to) {

        Query on(Query query) {
            return query.with("actor", actor)
                    .with("action", action)
                    .with("resourceType", resourceType)
                    .with("resourceId", resourceId)
                    .with("from", from == null ? null : from.toString())
                    .with("to", to == null ? null : to.toString());
        }
    }

    /** Forms of a file. */
    public enum Format {
        /** For spreadsheets. */
        CSV("csv", "text/csv"),
        /** One JSON object a line. */
        NDJSON("ndjson", "application/x-ndjson");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** How file names end. */
        public String extension() {
            return extension;
        }

        /** The type that goes with it. */
        public String mediaType() {
            return mediaType;
        }
    }
}
