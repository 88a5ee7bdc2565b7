/** The demo's models: trained with Tribuo on January (version 2: February and March), calibrated, measured and cached. */
@NullMarked
package io.tidewatch.demo.training;

import org.jspecify.annotations.NullMarked;
