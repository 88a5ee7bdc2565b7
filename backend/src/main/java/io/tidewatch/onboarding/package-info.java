/** The first hour of a model: which steps are done, what is watched, and what to send for more. */
@NullMarked
package io.tidewatch.onboarding;

import org.jspecify.annotations.NullMarked;
