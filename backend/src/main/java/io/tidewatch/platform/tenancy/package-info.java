/** The one place that opens PostgreSQL sessions and transactions, always inside one organization. */
@NullMarked
package io.tidewatch.platform.tenancy;

import org.jspecify.annotations.NullMarked;
