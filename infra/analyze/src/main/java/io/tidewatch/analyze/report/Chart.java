package io.tidewatch.analyze.report;

import java.util.List;
import java.util.Locale;

/** Bar charts of both windows as SVG. */
final class Chart {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 150;
    private static final double ROW = 22;
    private static final double LABEL = 150;

    private Chart() {}

    /** Bars side by side for numbers, lying bars with their names for categories. */
    static String of(Histogram histogram, boolean numeric) {
        if (histogram.bars().isEmpty()) {
            return "";
        }
        return (numeric ? standing(histogram.bars()) : lying(histogram.bars()))
                + "<div class=\"key\"><span><i style=\"background:var(--reference)\"></i>reference</span>"
                + "<span><i style=\"background:var(--current)\"></i>current</span></div>";
    }

    private static double largest(List<Histogram.Bar> bars) {
        return bars.stream()
                .mapToDouble(bar -> Math.max(bar.reference(), bar.current()))
                .max()
                .orElse(1);
    }

    private static String standing(List<Histogram.Bar> bars) {
        StringBuilder svg = new StringBuilder(svg(HEIGHT + 20));
        double scale = HEIGHT / largest(bars);
        double step = WIDTH / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            Histogram.Bar bar = bars.get(i);
            double x = i * step;
            String title = title(bar);
            svg.append("<g>").append(title);
            svg.append(rectangle(
                    "reference",
                    x + step * 0.06,
                    HEIGHT - bar.reference() * scale,
                    step * 0.42,
                    bar.reference() * scale));
            svg.append(rectangle(
                    "current", x + step * 0.5, HEIGHT - bar.current() * scale, step * 0.42, bar.current() * scale));
            svg.append("</g>");
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"0\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                WIDTH,
                HEIGHT,
                HEIGHT));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"0\" y=\"%.0f\">%s</text>",
                HEIGHT + 15,
                Html.escape(bars.getFirst().label())));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%s</text>",
                WIDTH,
                HEIGHT + 15,
                Html.escape(bars.getLast().label())));
        return svg.append("</svg>").toString();
    }

    private static String lying(List<Histogram.Bar> bars) {
        StringBuilder svg = new StringBuilder(svg(bars.size() * ROW));
        double scale = (WIDTH - LABEL - 60) / largest(bars);
        for (int i = 0; i < bars.size(); i++) {
            Histogram.Bar bar = bars.get(i);
            double y = i * ROW;
            double longest = Math.max(bar.reference(), bar.current()) * scale;
            svg.append("<g>").append(title(bar));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LABEL - 8,
                    y + 14,
                    Html.escape(shortened(bar.label()))));
            svg.append(rectangle("reference", LABEL, y + 2, bar.reference() * scale, 8));
            svg.append(rectangle("current", LABEL, y + 10, bar.current() * scale, 8));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                    LABEL + longest + 6,
                    y + 14,
                    Numbers.percent(bar.current())));
            svg.append("</g>");
        }
        return svg.append("</svg>").toString();
    }

    private static String shortened(String label) {
        return label.length() > 22 ? label.substring(0, 21) + "…" : label;
    }

    private static String svg(double height) {
        return String.format(Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">", WIDTH, height);
    }

    private static String title(Histogram.Bar bar) {
        return "<title>" + Html.escape(bar.label()) + ": reference " + Numbers.percent(bar.reference()) + ", current "
                + Numbers.percent(bar.current()) + "</title>";
    }

    private static String rectangle(String kind, double x, double y, double width, double height) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" rx=\"1.5\"/>",
                kind,
                x,
                y,
                width,
                Math.max(0, height));
    }
}
