package io.tidewatch.analysis.stats.quality;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.verdict.RateTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks a window of one column against expectations.
 *
 * <p>A share of rows counts when it is surely above what the reference leads to expect (p below 0.001) and at least the
 * tolerated share; ten times the tolerated share is critical. Single outliers are therefore no alarm.
 */
public final class QualityChecks {

    private static final double SURE = 0.001;
    private static final int CRITICAL_FACTOR = 10;

    private final double tolerated;
    private final List<QualityFinding> findings = new ArrayList<>();

    private QualityChecks(double tolerated) {
        this.tolerated = tolerated;
    }

    /**
     * Findings in the current window of a table.
     *
     * @param tolerated share of wrong rows that is no finding, 0..1; 0.01 is usual
     */
    public static List<QualityFinding> against(Constraints constraints, ValueTable table, double tolerated) {
        QualityChecks checks = new QualityChecks(tolerated);
        checks.completeness(table);
        checks.constant(table);
        switch (table) {
            case NumberTable numbers -> {
                checks.infinities(numbers);
                checks.range(constraints, numbers);
            }
            case CategoryTable categories -> checks.domain(constraints, categories);
        }
        return List.copyOf(checks.findings);
    }

    /** Findings in the current window of a table that need no reference. */
    public static List<QualityFinding> alone(ValueTable table, double tolerated) {
        QualityChecks checks = new QualityChecks(tolerated);
        ColumnProfile profile = ColumnProfile.ofCurrent(table);
        if (profile.rows() > 0 && profile.missing() == profile.rows()) {
            checks.findings.add(
                    new QualityFinding("completeness_check", true, profile.missing(), "All values are missing."));
        } else if (profile.missing() > 0 && profile.missingRate() >= tolerated) {
            String detail = "%s of the values are missing.".formatted(percent(profile.missingRate()));
            checks.findings.add(
                    new QualityFinding("completeness_check", profile.missingRate() >= 0.5, profile.missing(), detail));
        }
        if (profile.isConstant() && profile.rows() > 1) {
            checks.findings.add(
                    new QualityFinding("constant_check", false, profile.rows(), "All values are the same."));
        }
        if (table instanceof NumberTable numbers) {
            checks.infinities(numbers);
        }
        return List.copyOf(checks.findings);
    }

    private void completeness(ValueTable table) {
        long referenceRows = table.referenceTotal() + table.referenceMissing();
        long currentRows = table.currentTotal() + table.currentMissing();
        RateTest.Rates rates =
                RateTest.compare(table.referenceMissing(), referenceRows, table.currentMissing(), currentRows, 1);
        if (rates.currentRate() > rates.referenceRate()) {
            add(
                    "completeness_check",
                    rates,
                    table.currentMissing(),
                    "%s of the values are missing, %s in the reference.");
        }
    }

    private void infinities(NumberTable table) {
        long referenceRows = table.referenceTotal() + table.referenceInfinite();
        long currentRows = table.currentTotal() + table.currentInfinite();
        if (table.currentInfinite() == 0) {
            return;
        }
        if (referenceRows == 0) {
            String detail = table.currentInfinite() + " values are infinite.";
            findings.add(new QualityFinding("infinite_check", false, table.currentInfinite(), detail));
            return;
        }
        RateTest.Rates rates =
                RateTest.compare(table.referenceInfinite(), referenceRows, table.currentInfinite(), currentRows, 1);
        add("infinite_check", rates, table.currentInfinite(), "%s of the values are infinite, %s in the reference.");
    }

    private void constant(ValueTable table) {
        boolean constant = ColumnProfile.ofCurrent(table).isConstant() && table.currentTotal() >= 30;
        if (constant && ColumnProfile.ofReference(table).distinct() > 1) {
            findings.add(new QualityFinding(
                    "constant_check",
                    true,
                    table.currentTotal(),
                    "All values are the same; in the reference they differ."));
        }
    }

    private void range(Constraints constraints, NumberTable table) {
        if (constraints.nonNegative()) {
            long negative = rowsOutside(table, 0, Double.POSITIVE_INFINITY);
            add(
                    "non_negative_check",
                    RateTest.compare(0, table.referenceTotal(), negative, table.currentTotal(), 1),
                    negative,
                    "%s of the values are below 0, %s in the reference.");
        }
        if (!Double.isNaN(constraints.minimum())) {
            double lowest = constraints.nonNegative() ? Double.NEGATIVE_INFINITY : constraints.minimum();
            long outside = rowsOutside(table, lowest, constraints.maximum());
            // The two extreme rows of the reference itself stand for what lies just outside it.
            add(
                    "range_check",
                    RateTest.compare(2, table.referenceTotal() + 2, outside, table.currentTotal(), 1),
                    outside,
                    "%s of the values are outside the range of the reference (expected %s).");
        }
    }

    private static long rowsOutside(NumberTable table, double minimum, double maximum) {
        long outside = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.value(row) < minimum || table.value(row) > maximum) {
                outside += table.currentCount(row);
            }
        }
        return outside;
    }

    private void domain(Constraints constraints, CategoryTable table) {
        if (constraints.domain().isEmpty() || table.isOneSided()) {
            return;
        }
        long outside = 0;
        for (int row = 0; row < table.size(); row++) {
            String label = table.label(row);
            if (label == null || !constraints.domain().contains(label)) {
                outside += table.currentCount(row) * table.multiplicity(row);
            }
        }
        RateTest.Rates unseen = RateTest.unseen(table, 1);
        add(
                "categorical_values_check",
                unseen,
                outside,
                "%s of the values are categories the reference never had (expected %s).");
    }

    private void add(String check, RateTest.Rates rates, long rows, String pattern) {
        double excess = rates.currentRate() - rates.referenceRate();
        if (rates.pValue() < SURE && excess >= tolerated) {
            String detail = pattern.formatted(percent(rates.currentRate()), percent(rates.referenceRate()));
            findings.add(new QualityFinding(check, excess >= CRITICAL_FACTOR * tolerated, rows, detail));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }
}
