/** Building blocks of pages: loading with all its states, status, charts, numbers with explanations, tables and exports. */
@NullMarked
package io.tidewatch.ui.component;

import org.jspecify.annotations.NullMarked;
