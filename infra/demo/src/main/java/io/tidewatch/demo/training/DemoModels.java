package io.tidewatch.demo.training;

/**
 * The trained models, ready to score.
 *
 * @param late1 version 1 of the late model
 * @param late2 version 2 of the late model
 * @param minutes the minutes model
 * @param summary thresholds, periods and measured quality
 */
public record DemoModels(LateModel late1, LateModel late2, MinutesModel minutes, ModelSummary summary) {}
