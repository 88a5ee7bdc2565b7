/** Organizations, their teams and people, who may do what, and the API keys of their services. */
@NullMarked
package io.tidewatch.organization;

import org.jspecify.annotations.NullMarked;
