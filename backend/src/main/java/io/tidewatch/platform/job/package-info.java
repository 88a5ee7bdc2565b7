/** Work that is claimed across organizations by id only, then done inside one of them. */
@NullMarked
package io.tidewatch.platform.job;

import org.jspecify.annotations.NullMarked;
