package io.tidewatch.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bootstrap file as it is read. */
record BootstrapFile(List<OrganizationEntry> organizations) {

    BootstrapFile {
        organizations = orEmpty(organizations);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * An organization that is to be there.
     *
     * @param quota its limits; absent leaves them as they are
     */
    record OrganizationEntry(
            String key,
            String name,
            boolean modelsVisibleToAllTeams,
            List<String> issuers,
            List<TeamEntry> teams,
            List<GroupMappingEntry> groupMappings,
            List<ApiKeyEntry> apiKeys,
            @Nullable QuotaLimits quota) {

        OrganizationEntry {
            Objects.requireNonNull(key, "organizations[].key");
            Objects.requireNonNull(name, "organizations[].name");
            issuers = orEmpty(issuers);
            teams = orEmpty(teams);
            groupMappings = orEmpty(groupMappings);
            apiKeys = orEmpty(apiKeys);
        }
    }

    /** A team that is to be there. */
    record TeamEntry(String key, String name) {}

    /** A group that is to give a role in a team, or everything in the organization. */
    record GroupMappingEntry(
            String issuer,
            String group,
            @Nullable String team,
            @Nullable Role role,
            boolean organizationAdmin) {}

    /**
     * An API key that is to be valid.
     *
     * @param secretHash SHA-256 of its secret part, hexadecimal
     * @param quota its limits within those of the organization; absent leaves them as they are
     */
    record ApiKeyEntry(
            @JsonProperty(required = true) String id,
            String name,
            String team,
            Set<Scope> scopes,
            @JsonProperty(required = true) String secretHash,
            @Nullable QuotaLimits quota) {}
}
