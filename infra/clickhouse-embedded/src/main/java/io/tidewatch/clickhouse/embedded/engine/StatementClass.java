package io.tidewatch.clickhouse.embedded.engine;

/** What a statement does to state that outlives it, as the engine's own parser decides. The order is the library's. */
public enum StatementClass {
    /** SELECT, SHOW, DESCRIBE, EXPLAIN, EXISTS: leaves no trace. */
    READ_ONLY,
    /** INSERT, CREATE, ALTER, DROP and the like: changes a database. */
    MUTATING,
    /** Changes something beside the databases, such as a function. */
    MUTATING_GLOBAL,
    /** SET, USE, temporary tables, SYSTEM, KILL and the like: changes the session, or is not about data. */
    CONTROL,
    /** Did not parse, or is not known to the library's classifier. */
    UNKNOWN
}
