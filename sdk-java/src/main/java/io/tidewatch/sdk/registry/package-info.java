/**
 * Registers models and versions from code and pins baselines: for deployment scripts and CI, where waiting and failing
 * loudly is right. The hot path is in {@link io.tidewatch.sdk}.
 */
@NullMarked
package io.tidewatch.sdk.registry;

import org.jspecify.annotations.NullMarked;
