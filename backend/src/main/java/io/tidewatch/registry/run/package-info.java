/** Training and validation runs: what was tried with a model, on which data, and what came of it. */
@NullMarked
package io.tidewatch.registry.run;

import org.jspecify.annotations.NullMarked;
