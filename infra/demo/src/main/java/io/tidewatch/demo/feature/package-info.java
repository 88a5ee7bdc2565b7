/** The models' inputs, built only from what is known when a flight leaves. */
@NullMarked
package io.tidewatch.demo.feature;

import org.jspecify.annotations.NullMarked;
