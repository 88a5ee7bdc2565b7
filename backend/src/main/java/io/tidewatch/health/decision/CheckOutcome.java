package io.tidewatch.health.decision;

/**
 * What one check found.
 *
 * @param reason one sentence
 */
public record CheckOutcome(CheckKind check, CheckStatus status, String reason) {}
