package io.tidewatch.demo.flight;

import java.time.LocalDate;

/** Which days of 2001 serve what. Each period ends before the next one that uses it begins; ends are exclusive. */
public final class FlightPeriods {
    /** The first three days only fill the histories. */
    public static final LocalDate TRAINING = LocalDate.of(2001, 1, 4);

    /** From here on the models are in use. */
    public static final LocalDate REPLAY = LocalDate.of(2001, 2, 1);

    /** Three whole weeks from the start of the replay are the baseline. */
    public static final LocalDate BASELINE_END = LocalDate.of(2001, 2, 22);

    /** The day on which version 2 takes over. */
    public static final LocalDate VERSION_2 = LocalDate.of(2001, 4, 1);

    /** The data ends with June; the six flights of the first minute of July are left out. */
    public static final LocalDate END = LocalDate.of(2001, 7, 1);

    private FlightPeriods() {}
}
