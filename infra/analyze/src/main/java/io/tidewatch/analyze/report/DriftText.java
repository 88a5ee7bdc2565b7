package io.tidewatch.analyze.report;

import java.util.Locale;

/** The drift report as lines of text. */
public final class DriftText {

    private static final int NAME = 28;

    private DriftText() {}

    /** One line per column, most drifted first. */
    public static String of(DriftReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d of %d columns drifted (%s reference rows, %s current rows)%n",
                report.status().wireName(),
                report.driftedColumns(),
                report.columns().size(),
                Numbers.count(report.referenceRows()),
                Numbers.count(report.currentRows())));
        for (ColumnDrift column : report.ranked()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-15s %-" + NAME + "s %s%n",
                    column.verdict().status().wireName(),
                    shortened(column.column().name()),
                    column.verdict().reason()));
        }
        report.others()
                .forEach((column, reason) -> text.append(String.format(
                        Locale.ROOT,
                        "  %-15s %-" + NAME + "s %s%n",
                        "not compared",
                        shortened(column.name()),
                        reason)));
        return text.toString();
    }

    private static String shortened(String name) {
        String line = name.replaceAll("\\s+", " ");
        return line.length() <= NAME ? line : line.substring(0, NAME - 1) + "…";
    }
}
