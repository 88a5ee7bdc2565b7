package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import io.tidewatch.analysis.stats.performance.ConfusionMatrix;
import io.tidewatch.analysis.stats.performance.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The performance report as a page and as text. */
public final class PerformancePage {

    private final PerformanceReport report;
    private final StringBuilder html = new StringBuilder();

    private PerformancePage(PerformanceReport report) {
        this.report = report;
    }

    /** The whole page. */
    public static String of(PerformanceReport report) {
        return new PerformancePage(report).render();
    }

    /** One line per metric. */
    public static String text(PerformanceReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s, %s of %s rows with ground truth%n",
                report.task(),
                Numbers.count(report.overall().n()),
                Numbers.count(report.rows())));
        for (Metric metric : report.overall().metrics()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-28s %12s  %s%n",
                    metric.name(),
                    Numbers.shortNumber(metric.value()),
                    interval(metric)));
        }
        report.segments().forEach((segment, part) -> {
            text.append(String.format(Locale.ROOT, "%s, %s rows%n", segment, Numbers.count(part.n())));
            part.metrics().stream()
                    .limit(4)
                    .forEach(metric -> text.append(String.format(
                            Locale.ROOT,
                            "  %-28s %12s  %s%n",
                            metric.name(),
                            Numbers.shortNumber(metric.value()),
                            interval(metric))));
        });
        return text.toString();
    }

    private static String interval(Metric metric) {
        return Double.isNaN(metric.lower())
                ? ""
                : Numbers.shortNumber(metric.lower()) + " to " + Numbers.shortNumber(metric.upper());
    }

    private String render() {
        String title = "Performance of " + Html.fileName(report.file());
        html.append("<header><h1>").append(Html.escape(title)).append("</h1><p class=\"soft\">");
        html.append(Html.escape(report.task()));
        report.settings()
                .forEach((name, value) ->
                        html.append(", ").append(Html.escape(name)).append(' ').append(Html.escape(value.toString())));
        html.append("</p></header><div class=\"tiles\">");
        for (Metric metric : report.overall().metrics().stream().limit(4).toList()) {
            html.append("<div class=\"tile\"><b>")
                    .append(Numbers.shortNumber(metric.value()))
                    .append("</b><span>");
            html.append(Html.escape(metric.name())).append("</span></div>");
        }
        html.append("</div><section class=\"card\"><h2>Metrics</h2>");
        html.append("<p class=\"soft\">")
                .append(Numbers.count(report.overall().n()))
                .append(" of ");
        html.append(Numbers.count(report.rows())).append(" rows have ground truth. Intervals hold 95 %.</p>");
        metrics(report.overall().metrics());
        html.append("</section>");
        confusion(report.overall().binary(), report.overall().matrix());
        segments();
        html.append("<footer><p>Made by Tidewatch.</p></footer>");
        return Html.page(title, html.toString());
    }

    private void metrics(List<Metric> metrics) {
        html.append("<table><tr><th>metric</th><th class=\"number\">value</th><th class=\"number\">from</th>"
                + "<th class=\"number\">to</th><th class=\"number\">rows</th></tr>");
        for (Metric metric : metrics) {
            html.append("<tr><td>").append(Html.escape(metric.name())).append("</td>");
            number(Numbers.shortNumber(metric.value()));
            number(Double.isNaN(metric.lower()) ? "" : Numbers.shortNumber(metric.lower()));
            number(Double.isNaN(metric.upper()) ? "" : Numbers.shortNumber(metric.upper()));
            number(Numbers.count(metric.n()));
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void number(String text) {
        html.append("<td class=\"number\">").append(text).append("</td>");
    }

    private void confusion(@Nullable BinaryConfusion binary, @Nullable ConfusionMatrix matrix) {
        if (matrix != null) {
            html.append("<section class=\"card\"><h2>Confusion matrix</h2><div class=\"scroll\"><table><tr>"
                    + "<th>truth \\ prediction</th>");
            matrix.labels()
                    .forEach(label -> html.append("<th class=\"number\">")
                            .append(Html.escape(label))
                            .append("</th>"));
            html.append("</tr>");
            for (int truth = 0; truth < matrix.size(); truth++) {
                html.append("<tr><th>")
                        .append(Html.escape(matrix.labels().get(truth)))
                        .append("</th>");
                for (int prediction = 0; prediction < matrix.size(); prediction++) {
                    shaded(matrix.count(truth, prediction), matrix.support(truth));
                }
                html.append("</tr>");
            }
            html.append("</table></div></section>");
        } else if (binary != null) {
            html.append("<section class=\"card\"><h2>Confusion matrix</h2><table><tr><th>truth \\ prediction</th>"
                    + "<th class=\"number\">positive</th><th class=\"number\">negative</th></tr><tr><th>positive</th>");
            shaded(Math.round(binary.truePositive()), Math.round(binary.positives()));
            shaded(Math.round(binary.falseNegative()), Math.round(binary.positives()));
            html.append("</tr><tr><th>negative</th>");
            shaded(Math.round(binary.falsePositive()), Math.round(binary.negatives()));
            shaded(Math.round(binary.trueNegative()), Math.round(binary.negatives()));
            html.append("</tr></table></section>");
        }
    }

    private void shaded(long count, long of) {
        double share = of == 0 ? 0 : (double) count / of;
        html.append(String.format(
                Locale.ROOT,
                "<td class=\"number\" style=\"background:color-mix(in srgb, var(--current) %.0f%%, transparent)\">%s</td>",
                share * 45,
                Numbers.count(count)));
    }

    private void segments() {
        if (report.segments().isEmpty()) {
            return;
        }
        List<String> names =
                report.overall().metrics().stream().limit(6).map(Metric::name).toList();
        html.append("<section class=\"card\"><h2>Segments</h2><div class=\"scroll\"><table><tr><th>segment</th>"
                + "<th class=\"number\">rows</th>");
        names.forEach(name ->
                html.append("<th class=\"number\">").append(Html.escape(name)).append("</th>"));
        html.append("</tr>");
        for (Map.Entry<String, PerformanceReport.Part> segment :
                report.segments().entrySet()) {
            html.append("<tr><td>").append(Html.escape(segment.getKey())).append("</td>");
            number(Numbers.count(segment.getValue().n()));
            for (String name : names) {
                double value = segment.getValue().metrics().stream()
                        .filter(metric -> metric.name().equals(name))
                        .mapToDouble(Metric::value)
                        .findFirst()
                        .orElse(Double.NaN);
                number(Numbers.shortNumber(value));
            }
            html.append("</tr>");
        }
        html.append("</table></div></section>");
    }
}
