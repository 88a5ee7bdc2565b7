package io.tidewatch.clickhouse.embedded.engine;

/**
 * What the engine's parser says about a text.
 *
 * @param statementClass the most restricted class of its statements
 * @param statementCount number of statements; 0 if the text did not parse
 */
public record Classification(StatementClass statementClass, int statementCount) {}
