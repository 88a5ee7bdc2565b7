/** Stored predictions, read back page by page with all their details. */
@NullMarked
package io.tidewatch.ui.ingestion;

import org.jspecify.annotations.NullMarked;
