package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidewatch.ui.client.Setup;
import java.util.List;
import java.util.Map;

/** What is watched of a model, what is blind, and what to send to change that. */
public final class CoverageCard {

    private static final Map<String, String> AREAS = Map.of(
            "freshness", "Volume and freshness",
            "feature-drift", "Drift of features",
            "output-drift", "Drift of the output",
            "missing-values", "Missing values",
            "performance", "Performance",
            "unknown-features", "Features outside the schema");
    private static final Map<String, String> LEVELS =
            Map.of("watched", "Watched", "partly", "Partly", "blind", "Blind");

    private CoverageCard() {}

    /** The card of a model; {@code actions} stand in its head. */
    public static Card of(List<Setup.Coverage> coverage, Component... actions) {
        long watched =
                coverage.stream().filter(item -> "watched".equals(item.level())).count();
        UnorderedList list = new UnorderedList();
        list.addClassName("tw-coverage");
        list.getElement().setAttribute("data-test", "coverage");
        coverage.forEach(item -> list.add(item(item)));
        Card card = Card.flush(
                "What is watched", watched + " of " + coverage.size() + " areas are watched in full", actions);
        return card.with(list);
    }

    private static ListItem item(Setup.Coverage coverage) {
        Span level = new Span(
                new Icon(icon(coverage.level())), new Span(LEVELS.getOrDefault(coverage.level(), coverage.level())));
        level.addClassNames("tw-level", coverage.level());
        Span area = new Span(AREAS.getOrDefault(coverage.area(), coverage.area()));
        area.addClassName("tw-strong");
        Div text = new Div(area, new Span(coverage.finding()));
        if (coverage.remedy() != null) {
            Span remedy = new Span(coverage.remedy());
            remedy.addClassName("tw-quiet");
            text.add(remedy);
        }
        text.addClassName("tw-cell");
        ListItem item = new ListItem(level, text);
        item.getElement()
                .setAttribute("data-test", "coverage-item")
                .setAttribute("data-area", coverage.area())
                .setAttribute("data-level", coverage.level());
        return item;
    }

    private static String icon(String level) {
        return switch (level) {
            case "watched" -> "ok";
            case "partly" -> "warning";
            default -> "no-data";
        };
    }
}
