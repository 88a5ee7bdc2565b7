package io.tidewatch.organization;

import org.jspecify.annotations.Nullable;

/** What to change of an organization; null leaves it as it is. */
record UpdateOrganization(
        @Nullable String name,
        @Nullable Boolean modelsVisibleToAllTeams,
        @Nullable Accent accent) {}
