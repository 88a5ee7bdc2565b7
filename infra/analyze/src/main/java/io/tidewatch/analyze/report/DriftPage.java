package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.verdict.Comparison;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import java.util.Map;

/** The drift report as a page. */
public final class DriftPage {

    /** Columns with a picture; beyond, a table row each keeps the page readable. */
    private static final int CARDS = 200;

    private final DriftReport report;
    private final StringBuilder html = new StringBuilder();

    private DriftPage(DriftReport report) {
        this.report = report;
    }

    /** The whole page. */
    public static String of(DriftReport report) {
        return new DriftPage(report).render();
    }

    private String render() {
        String title = "Drift of " + Html.fileName(report.current());
        html.append("<header><h1>").append(Html.escape(title)).append("</h1><p class=\"soft\">");
        html.append(Html.escape(report.current())).append(" against ");
        html.append(Html.escape(report.reference())).append("</p></header>");
        html.append("<div class=\"tiles\">");
        tile(report.status().wireName().replace('-', ' '), "overall");
        tile(report.driftedColumns() + " of " + report.columns().size(), "columns drifted");
        tile(Numbers.count(report.referenceRows()), "reference rows");
        tile(Numbers.count(report.currentRows()), "current rows");
        html.append("</div>");
        report.ranked().stream().limit(CARDS).forEach(this::card);
        if (report.columns().size() > CARDS) {
            html.append("<p class=\"soft\">").append(report.columns().size() - CARDS);
            html.append(" more columns, all with smaller changes, are in the JSON report.</p>");
        }
        others();
        html.append("""
                <footer><p>A column counts as drifted when its change is significant after correction for all columns
                judged together (Benjamini-Hochberg, q = 0.01) and large enough to matter: a debiased population stability
                index of at least 0.1 (warning) or 0.25 (critical), or a jump of its missing values. Methods are shown with
                their customary thresholds for comparison; they do not decide.</p>
                <p>Made by Tidewatch.</p></footer>
                """);
        return Html.page(title, html.toString());
    }

    private void tile(String value, String label) {
        html.append("<div class=\"tile\"><b>").append(Html.escape(value)).append("</b><span>");
        html.append(Html.escape(label)).append("</span></div>");
    }

    private void card(ColumnDrift drift) {
        boolean numeric = drift.column().type() == ColumnType.NUMBER;
        Comparison comparison = drift.signals().comparison();
        html.append("<section class=\"card\"><div class=\"head\"><h2>");
        html.append(Html.escape(drift.column().name())).append("</h2><span class=\"type\">");
        html.append(drift.column().type().label()).append("</span>");
        html.append(Html.badge(drift.verdict().status().wireName())).append("</div><p>");
        html.append(Html.escape(drift.verdict().reason())).append("</p>");
        if (!drift.note().isEmpty()) {
            html.append("<p class=\"soft\">").append(Html.escape(drift.note())).append("</p>");
        }
        html.append("<div class=\"columns\"><div>").append(Chart.of(Histogram.of(drift.table()), numeric));
        html.append("</div><div><table><tr><th></th><th class=\"number\">reference</th>"
                + "<th class=\"number\">current</th></tr>");
        row(
                "values",
                Numbers.count(drift.table().referenceTotal()),
                Numbers.count(drift.table().currentTotal()));
        row(
                "missing",
                Numbers.percent(drift.signals().missing().referenceRate()),
                Numbers.percent(drift.signals().missing().currentRate()));
        html.append("</table><table><tr><th>change</th><th class=\"number\">debiased PSI</th>"
                + "<th class=\"number\">q</th><th class=\"number\">visible from</th></tr><tr><td></td>");
        cell(comparison.effect());
        cell(drift.verdict().qValue());
        cell(drift.verdict().detectable());
        html.append("</tr></table>");
        methods(drift);
        html.append("</div></div></section>\n");
    }

    private void methods(ColumnDrift drift) {
        html.append("<table><tr><th>method</th><th class=\"number\">score</th><th class=\"number\">threshold</th>"
                + "<th></th></tr>");
        drift.methods().forEach((name, result) -> {
            html.append("<tr><td>").append(Html.escape(name)).append("</td>");
            if (result.refused()) {
                html.append("<td colspan=\"3\" class=\"soft\">")
                        .append(Html.escape(result.note()))
                        .append("</td>");
            } else {
                cell(result.score());
                cell(result.threshold());
                html.append(result.drifted() ? "<td class=\"hit\">drifted</td>" : "<td></td>");
            }
            html.append("</tr>");
        });
        html.append("</table>");
    }

    private void row(String label, String reference, String current) {
        html.append("<tr><td>")
                .append(label)
                .append("</td><td class=\"number\">")
                .append(reference);
        html.append("</td><td class=\"number\">").append(current).append("</td></tr>");
    }

    private void cell(double value) {
        html.append("<td class=\"number\">").append(Numbers.shortNumber(value)).append("</td>");
    }

    private void others() {
        if (report.others().isEmpty()) {
            return;
        }
        html.append("<section class=\"card\"><h2>Not compared</h2><table>");
        for (Map.Entry<Column, String> other : report.others().entrySet()) {
            html.append("<tr><td>").append(Html.escape(other.getKey().name())).append("</td><td>");
            html.append(Html.escape(other.getValue())).append("</td></tr>");
        }
        html.append("</table></section>");
    }
}
