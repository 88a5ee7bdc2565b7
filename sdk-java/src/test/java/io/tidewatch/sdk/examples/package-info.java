/** The examples shown in Javadoc and in the user guide, compiled and run. */
package io.tidewatch.sdk.examples;
