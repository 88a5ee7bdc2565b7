/** Registered models: the list, registering one, versions with their schemas, baselines and sharing. */
@NullMarked
package io.tidewatch.ui.registry;

import org.jspecify.annotations.NullMarked;
