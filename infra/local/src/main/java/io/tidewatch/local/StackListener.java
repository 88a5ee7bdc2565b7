package io.tidewatch.local;

import java.time.Duration;

/** Hears how a stack's parts come up; called from several threads. */
public interface StackListener {

    /** Hears nothing. */
    StackListener SILENT = new StackListener() {};

    /** A part begins to start. */
    default void starting(Part part) {}

    /**
     * A part is ready.
     *
     * @param took since it began to start
     */
    default void ready(Part part, int port, Duration took) {}

    /** The whole stack begins to stop. */
    default void stopping() {}
}
