package io.tidewatch.ui.registry;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Features of one check, each on or off, with a limit in percent where the check has one, and the reason. */
final class WatchedList extends Details {

    private final String testId;
    private final boolean limits;
    private final boolean editable;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final UnorderedList list = new UnorderedList();
    private final Span summary = new Span();

    WatchedList(String testId, boolean limits, boolean editable) {
        this.testId = testId;
        this.limits = limits;
        this.editable = editable;
        list.addClassName("tw-watched");
        summary.getElement().setAttribute("data-test", testId + "-summary");
        addClassName("tw-check-detail");
        getElement().setAttribute("data-test", testId + "-list");
        setSummary(summary);
        add(list);
    }

    /** Adds a feature. */
    void row(String name, String reason) {
        Row row = new Row(name, reason);
        rows.put(name, row);
        list.add(row);
    }

    boolean has(String name) {
        return rows.containsKey(name);
    }

    /** Switches a feature on, with its limit from 0 to 1, or off. */
    void set(String name, boolean on, @Nullable Double limit) {
        Row row = rows.get(name);
        if (row != null) {
            row.on.setValue(on);
            row.limit.setValue(limit == null ? null : Math.round(limit * 10_000) / 100.0);
            row.limit.setEnabled(on);
        }
        count();
    }

    /** The features that are on with their limits from 0 to 1; 1 where none was given. */
    Map<String, Double> watched() {
        Map<String, Double> watched = new LinkedHashMap<>();
        rows.forEach((name, row) -> {
            if (row.on.getValue()) {
                Double percent = row.limit.getValue();
                watched.put(name, percent == null ? 1 : Math.round(percent * 100) / 10_000.0);
            }
        });
        return watched;
    }

    /** Names of the features that are off. */
    List<String> unwatched() {
        return rows.entrySet().stream()
                .filter(row -> !row.getValue().on.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count() {
        summary.setText(watched().size() + " of " + rows.size() + " watched");
    }

    private final class Row extends ListItem {

        private final Checkbox on;
        private final NumberField limit = new NumberField();

        Row(String name, String reason) {
            on = new Checkbox(name);
            on.setReadOnly(!editable);
            on.getElement().setAttribute("data-test", testId + "-watch").setAttribute("data-feature", name);
            limit.setVisible(limits);
            limit.setReadOnly(!editable);
            limit.setAriaLabel("Largest share of missing values of " + name + " in percent");
            limit.setSuffixComponent(new Span("%"));
            limit.setMin(0);
            limit.setMax(100);
            limit.setWidth("104px");
            limit.getElement().setAttribute("data-test", testId + "-limit").setAttribute("data-feature", name);
            on.addValueChangeListener(event -> {
                limit.setEnabled(event.getValue());
                if (event.getValue() && limits && limit.isEmpty()) {
                    limit.setValue(5.0);
                }
                count();
            });
            Span why = new Span(reason);
            why.addClassNames("tw-quiet", "tw-small");
            add(on, limit, why);
        }
    }
}
