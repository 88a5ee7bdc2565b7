package io.tidewatch.clickhouse.embedded.query;

/** How the body of an answer is compressed. */
enum AnswerCoding {
    NONE,
    /** As HTTP knows it. */
    GZIP,
    /** ClickHouse's own blocks, which the Java clients ask for by default. */
    BLOCKS
}
