package io.tidewatch.organization;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.ApiKeyDirectory;
import io.tidewatch.platform.security.ApiKeyRecord;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.Doors;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks API keys up through the narrow door of the database. */
@ApplicationScoped
class StoredApiKeys implements ApiKeyDirectory {

    private final Doors doors;
    private final TenantSession sessions;
    private final ApiKeyRepository keys;

    StoredApiKeys(Doors doors, TenantSession sessions, ApiKeyRepository keys) {
        this.doors = doors;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Uni<Optional<ApiKeyRecord>> find(String id) {
        return doors.call("find_api_key", List.of(id), row -> toRecord(id, row))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> noteUse(ApiKeyRecord key, boolean previousSecret, Instant at) {
        return sessions.inOrganization(key.organization(), session -> keys.noteUse(key.id(), previousSecret, at));
    }

    private static ApiKeyRecord toRecord(String id, Row row) {
        return new ApiKeyRecord(
                id,
                row.getString("name"),
                new OrganizationId(row.getUUID("organization_id")),
                row.getString("organization_key"),
                new TeamId(row.getUUID("team_id")),
                Objects.requireNonNull(hash(row, "secret_hash")),
                Arrays.stream(row.getArrayOfStrings("scopes"))
                        .map(Scope::valueOf)
                        .collect(Collectors.toSet()),
                toInstant(row.getOffsetDateTime("expires_at")),
                toInstant(row.getOffsetDateTime("revoked_at")),
                hash(row, "previous_secret_hash"),
                toInstant(row.getOffsetDateTime("previous_secret_until")));
    }

    private static @Nullable String hash(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes.getBytes());
    }

    private static @Nullable Instant toInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
