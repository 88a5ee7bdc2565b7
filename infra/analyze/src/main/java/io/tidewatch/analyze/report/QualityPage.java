package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.quality.CategoryProfile;
import io.tidewatch.analysis.stats.quality.ColumnProfile;
import io.tidewatch.analysis.stats.quality.NumberProfile;
import io.tidewatch.analyze.report.QualityReport.ColumnQuality;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The quality report as a page and as text. */
public final class QualityPage {

    private QualityPage() {}

    private static List<ColumnQuality> ranked(QualityReport report) {
        return report.columns().stream()
                .sorted(Comparator.comparing(ColumnQuality::status).reversed())
                .toList();
    }

    /** One line per finding, then the columns without one. */
    public static String text(QualityReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %s rows, %d columns%n",
                report.status().wireName(),
                Numbers.count(report.rows()),
                report.columns().size()));
        for (ColumnQuality column : ranked(report)) {
            String detail = column.findings().isEmpty()
                    ? summary(column.profile())
                    : String.join(
                            " ",
                            column.findings().stream()
                                    .map(finding -> finding.detail())
                                    .toList());
            text.append(String.format(
                    Locale.ROOT,
                    "  %-10s %-28s %s%n",
                    column.status().wireName(),
                    column.column().name(),
                    detail));
        }
        return text.toString();
    }

    private static String summary(@Nullable ColumnProfile profile) {
        return switch (profile) {
            case null -> "Not profiled.";
            case NumberProfile numbers ->
                "mean " + Numbers.shortNumber(numbers.mean()) + ", sd " + Numbers.shortNumber(numbers.deviation())
                        + ", " + Numbers.shortNumber(numbers.minimum()) + " to "
                        + Numbers.shortNumber(numbers.maximum())
                        + ", missing " + Numbers.percent(numbers.missingRate());
            case CategoryProfile categories ->
                Numbers.count(categories.distinct()) + " categories, missing "
                        + Numbers.percent(categories.missingRate());
        };
    }

    /** The whole page. */
    public static String of(QualityReport report) {
        String title = "Quality of " + Html.fileName(report.file());
        StringBuilder html = new StringBuilder();
        html.append("<header><h1>").append(Html.escape(title)).append("</h1></header><div class=\"tiles\">");
        tile(html, report.status().wireName(), "overall");
        tile(html, Numbers.count(report.rows()), "rows");
        tile(html, Numbers.count(report.columns().size()), "columns");
        long findings = report.columns().stream()
                .mapToLong(column -> column.findings().size())
                .sum();
        tile(html, Numbers.count(findings), "findings");
        html.append("</div>");
        for (ColumnQuality column : ranked(report)) {
            html.append("<section class=\"card\"><div class=\"head\"><h2>")
                    .append(Html.escape(column.column().name()));
            html.append("</h2><span class=\"type\">")
                    .append(column.column().type().label())
                    .append("</span>");
            html.append(Html.badge(column.status().wireName())).append("</div>");
            column.findings()
                    .forEach(finding -> html.append("<p>")
                            .append(Html.escape(finding.detail()))
                            .append("</p>"));
            html.append("<p class=\"soft\">")
                    .append(Html.escape(summary(column.profile())))
                    .append("</p></section>");
        }
        html.append("<footer><p>Made by Tidewatch.</p></footer>");
        return Html.page(title, html.toString());
    }

    private static void tile(StringBuilder html, String value, String label) {
        html.append("<div class=\"tile\"><b>").append(Html.escape(value)).append("</b><span>");
        html.append(label).append("</span></div>");
    }
}
