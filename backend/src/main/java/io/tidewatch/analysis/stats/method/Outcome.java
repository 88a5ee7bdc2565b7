package io.tidewatch.analysis.stats.method;

/** A computed value before it is compared with a threshold; without a statistic it is a refusal with its reason. */
record Outcome(double statistic, double pValue, String note) {

    static Outcome distance(double value) {
        return new Outcome(value, Double.NaN, "");
    }

    static Outcome test(double statistic, double pValue) {
        return new Outcome(statistic, pValue, "");
    }

    static Outcome refused(String reason) {
        return new Outcome(Double.NaN, Double.NaN, reason);
    }

    Outcome withNote(String text) {
        return new Outcome(statistic, pValue, text);
    }
}
