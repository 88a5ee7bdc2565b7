package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.estimation.Estimate;
import io.tidewatch.analysis.stats.performance.Metric;
import java.util.Locale;

/** The estimate as a page and as text. */
public final class EstimatePage {

    private EstimatePage() {}

    /** One line per estimate. */
    public static String text(EstimateReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "estimated on %s rows, calibrated on %s%n",
                Numbers.count(report.rows()),
                Numbers.count(report.referenceRows())));
        for (Estimate estimate : report.estimates()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-20s %12s  %s to %s%n",
                    estimate.name(),
                    Numbers.shortNumber(estimate.value()),
                    Numbers.shortNumber(estimate.lower()),
                    Numbers.shortNumber(estimate.upper())));
        }
        return text.append(EstimateReport.ASSUMPTIONS)
                .append(System.lineSeparator())
                .toString();
    }

    /** The whole page. */
    public static String of(EstimateReport report) {
        String title = "Estimated performance of " + Html.fileName(report.file());
        StringBuilder html = new StringBuilder();
        html.append("<header><h1>").append(Html.escape(title)).append("</h1><p class=\"soft\">");
        html.append(Html.escape(EstimateReport.ASSUMPTIONS)).append("</p></header><div class=\"tiles\">");
        report.estimates().stream().limit(6).forEach(estimate -> {
            html.append("<div class=\"tile\"><b>").append(Numbers.shortNumber(estimate.value()));
            html.append("</b><span>").append(Html.escape(estimate.name())).append("</span></div>");
        });
        html.append("</div><section class=\"card\"><h2>Estimates</h2><p class=\"soft\">");
        html.append(Numbers.count(report.rows())).append(" rows, calibrated on ");
        html.append(Numbers.count(report.referenceRows())).append("; ");
        html.append(Numbers.percent(report.outside())).append(" of the scores lie outside those of the reference.</p>");
        html.append("<table><tr><th>metric</th><th class=\"number\">estimate</th><th class=\"number\">from</th>"
                + "<th class=\"number\">to</th><th class=\"number\">realised</th></tr>");
        for (Estimate estimate : report.estimates()) {
            double realised = report.realised().stream()
                    .filter(metric -> metric.name().equals(estimate.name()))
                    .mapToDouble(Metric::value)
                    .findFirst()
                    .orElse(Double.NaN);
            html.append("<tr><td>").append(Html.escape(estimate.name())).append("</td>");
            for (double value : new double[] {estimate.value(), estimate.lower(), estimate.upper(), realised}) {
                html.append("<td class=\"number\">")
                        .append(Numbers.shortNumber(value))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table></section><footer><p>Made by Tidewatch.</p></footer>");
        return Html.page(title, html.toString());
    }
}
