/** What the API description says about every operation, so that no feature has to repeat it. */
@NullMarked
package io.tidewatch.platform.api;

import org.jspecify.annotations.NullMarked;
