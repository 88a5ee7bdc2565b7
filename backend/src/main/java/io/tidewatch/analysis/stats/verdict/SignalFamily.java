package io.tidewatch.analysis.stats.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges all signals of a model in a window as one family. */
public final class SignalFamily {

    private SignalFamily() {}

    /**
     * Drift is a signal that is significant after correction for the whole family, and above its null band, and large
     * enough to matter. Verdicts come in the order of the signals.
     */
    public static List<Verdict> judge(List<Signal> signals, VerdictSettings settings) {
        double[] qValues = BenjaminiHochberg.adjust(
                signals.stream().mapToDouble(Signal::pValue).toArray());
        double level = settings.falseDiscoveryRate() / Math.max(1, signals.size());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < qValues.length; i++) {
            verdicts.add(judge(signals.get(i), qValues[i], settings.falseDiscoveryRate(), level));
        }
        return verdicts;
    }

    private static Verdict judge(Signal signal, double qValue, double rate, double level) {
        if (Double.isNaN(qValue)) {
            return new Verdict(VerdictStatus.NOT_ENOUGH_DATA, qValue, "Too few rows per bin to compare.");
        }
        String size = "%s %s".formatted(signal.kind().words(), number(signal.effect()));
        boolean sure = qValue <= rate;
        if (sure && signal.effect() > signal.nullBand() && signal.effect() >= signal.warningLimit()) {
            boolean critical = signal.effect() >= signal.criticalLimit();
            double limit = critical ? signal.criticalLimit() : signal.warningLimit();
            return new Verdict(
                    critical ? VerdictStatus.CRITICAL : VerdictStatus.WARNING,
                    qValue,
                    "Drift: %s is at or above %s (q = %s).".formatted(size, number(limit), number(qValue)));
        }
        double detectable = signal.power().detectableEffect(level);
        if (detectable > signal.criticalLimit()) {
            return new Verdict(
                    VerdictStatus.NOT_ENOUGH_DATA,
                    qValue,
                    "Can't tell: windows like these differ too much by chance to show a %s below %s."
                            .formatted(signal.kind().words(), number(detectable)));
        }
        return new Verdict(VerdictStatus.OK, qValue, quietReason(signal, size, sure, qValue));
    }

    private static String quietReason(Signal signal, String size, boolean sure, double qValue) {
        if (signal.effect() < signal.warningLimit()) {
            return "No drift: %s is below %s.".formatted(size, number(signal.warningLimit()));
        }
        if (!sure) {
            return "No drift: %s can be chance (q = %s).".formatted(size, number(qValue));
        }
        return "No drift: %s is within %s, which undrifted windows reach.".formatted(size, number(signal.nullBand()));
    }

    private static String number(double value) {
        double magnitude = Math.abs(value);
        String pattern = magnitude == 0 || (magnitude >= 0.001 && magnitude < 100_000) ? "%.3f" : "%.1e";
        return String.format(Locale.ROOT, pattern, value);
    }
}
