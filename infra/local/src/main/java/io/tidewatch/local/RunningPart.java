package io.tidewatch.local;

import io.tidewatch.local.process.ChildProcess;

/** A part of a stack that has become ready. */
public sealed interface RunningPart extends AutoCloseable
        permits LocalPostgres, LocalClickHouse, LocalKeycloak, LocalApplication {

    /** Its process, for supervision. */
    ChildProcess process();

    /** Stops it and waits until it is gone. */
    @Override
    void close();
}
