package io.tidewatch.registry;

import io.tidewatch.platform.security.TeamId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which models of an organization to list.
 *
 * @param all true if the caller may read every model
 * @param readers else: the teams for which he may read
 * @param owners only models of these teams; empty for all
 * @param search only models with this text in key or name; null for all
 */
record ModelFilter(
        boolean all,
        Set<TeamId> readers,
        List<TeamId> owners,
        @Nullable String search) {}
