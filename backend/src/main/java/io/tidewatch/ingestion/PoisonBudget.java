package io.tidewatch.ingestion;

/**
 * Decides whether an event that the store refuses may become a dead letter. A few may; when more than one in a hundred
 * is refused, or a thousand in a row, something else is wrong, and going on would throw away everything.
 */
final class PoisonBudget {

    /** Share of refused events above which the writer stops. */
    static final double MAX_SHARE = 0.01;
    /** Refused events in a row at which the writer stops. */
    static final int MAX_IN_A_ROW = 1_000;
    /** A share says nothing about fewer refused events than this. */
    static final int ALWAYS_ALLOWED = 100;

    private static final long WINDOW = 100_000;

    private double seen;
    private double refused;
    private int inARow;

    /** Notes events that were stored. */
    void stored(int events) {
        if (events > 0) {
            inARow = 0;
            see(events);
        }
    }

    /** True, and noted, if one more event may become a dead letter. */
    boolean mayRefuse() {
        boolean tooMany = refused + 1 > ALWAYS_ALLOWED && (refused + 1) / (seen + 1) > MAX_SHARE;
        if (tooMany || inARow + 1 >= MAX_IN_A_ROW) {
            return false;
        }
        see(1);
        refused++;
        inARow++;
        return true;
    }

    /** Old events fade, so that a long good time does not pay for a bad one. */
    private void see(int events) {
        seen += events;
        if (seen > WINDOW) {
            double fade = WINDOW / seen;
            seen *= fade;
            refused *= fade;
        }
    }
}
