/** Decides from facts which steps of a model's setup are done and what is watched. */
@NullMarked
package io.tidewatch.onboarding.decision;

import org.jspecify.annotations.NullMarked;
