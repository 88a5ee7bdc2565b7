package io.tidewatch.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestMulti;

/** Audit entries as files. A part is read when the one before is on its way, so a file of any size needs little memory. */
@ApplicationScoped
class AuditExport {

    private final AuditReader reader;
    private final ObjectMapper json;

    AuditExport(AuditReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    RestMulti<byte[]> csv(OrganizationId organization, AuditFilter filter) {
        return file(
                organization,
                filter,
                "audit.csv",
                Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(AuditCsv.HEADER),
                                reader.stream(organization, filter).map(entries -> AuditCsv.lines(entries, json))));
    }

    RestMulti<byte[]> ndjson(OrganizationId organization, AuditFilter filter) {
        return file(
                organization,
                filter,
                "audit.ndjson",
                reader.stream(organization, filter).map(this::lines));
    }

    private RestMulti<byte[]> file(OrganizationId organization, AuditFilter filter, String name, Multi<String> parts) {
        return RestMulti.fromUniResponse(
                // Refused before the first byte: afterwards an answer can only break off.
                reader.requireExportable(organization, filter),
                ignored -> parts.filter(part -> !part.isEmpty()).map(part -> part.getBytes(StandardCharsets.UTF_8)),
                ignored -> Map.of("Content-Disposition", List.of("attachment; filename=\"" + name + "\"")));
    }

    private String lines(List<AuditEntry> entries) {
        // The writer of this media type ends each part with a line break.
        return entries.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(AuditEntry entry) {
        try {
            return json.writeValueAsString(AuditEntryResponse.from(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry holds only what came from JSON", e);
        }
    }
}
