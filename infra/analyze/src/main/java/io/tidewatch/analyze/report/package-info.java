/**
 * Results as documents: JSON for machines, one self-contained HTML page or a few lines of text for people.
 */
@NullMarked
package io.tidewatch.analyze.report;

import org.jspecify.annotations.NullMarked;
