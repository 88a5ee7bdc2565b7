package io.tidewatch.analysis;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that all analytic reads share, as they come.
 *
 * @param from start of the window, inclusive
 * @param to end of the window, exclusive
 */
public record AnalysisParams(
        @Parameter(required = true, description = "Start of the window, inclusive, RFC 3339")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(required = true, description = "End of the window, exclusive, at most 400 days after from")
        @QueryParam("to")
        @Nullable
        String to,

        @Parameter(description = "Only predictions of this version") @QueryParam("version") @Nullable
        String version,

        @Parameter(description = "Only predictions of this environment") @QueryParam("environment") @Nullable
        String environment) {}
