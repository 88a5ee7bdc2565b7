package io.tidewatch.identity;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How a browser names itself (its User-Agent), and where it is. */
record DescribeSessionRequest(
        @Size(max = 1000) @Nullable String browser,
        @Size(max = 100) @Nullable String address) {}
