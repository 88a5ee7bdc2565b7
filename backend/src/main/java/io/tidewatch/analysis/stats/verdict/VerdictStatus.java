package io.tidewatch.analysis.stats.verdict;

/** What a verdict says about one signal. */
public enum VerdictStatus {
    /** No change of a size that matters, in windows large enough to have seen one. */
    OK("ok"),
    /** A sure change above the warning limit. */
    WARNING("warning"),
    /** A sure change above the critical limit. */
    CRITICAL("critical"),
    /** The windows are too small to have seen a change of critical size. */
    NOT_ENOUGH_DATA("not-enough-data");

    private final String wireName;

    VerdictStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Whether this status is an alarm. */
    public boolean isDrift() {
        return this == WARNING || this == CRITICAL;
    }
}
