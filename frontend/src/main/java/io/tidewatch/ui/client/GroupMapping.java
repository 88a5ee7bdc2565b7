package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of an identity provider that gives a role in a team, or everything. */
public record GroupMapping(
        String id,
        String issuer,
        String group,
        @Nullable String team,
        @Nullable String role,
        boolean organizationAdmin,
        int memberCount,
        List<String> members) {}
