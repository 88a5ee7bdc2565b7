/** Files of rows, as people upload them: CSV and NDJSON, read one row at a time. */
@NullMarked
package io.tidewatch.profile.file;

import org.jspecify.annotations.NullMarked;
