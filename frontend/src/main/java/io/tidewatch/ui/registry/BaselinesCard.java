package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Baseline;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.shell.Visit;
import java.util.List;

/** The baselines of a model, and pinning a new one. */
final class BaselinesCard {

    private BaselinesCard() {}

    static Component of(
            Loader loader, Models models, Model model, List<Baseline> baselines, Visit visit, Runnable reload) {
        Button pin = new Button(
                "Pin a baseline",
                new Icon("pin"),
                event -> new PinBaselineDialog(loader, models, model.key(), visit, reload).open());
        pin.getElement().setAttribute("data-test", "pin-baseline");
        Card card = Card.flush(
                "Baselines",
                "What windows are compared with. The newest is current; older ones are kept.",
                Editors.only(pin, model));
        if (baselines.isEmpty()) {
            Div empty = States.empty(
                    "No baseline yet",
                    "Pin one from a time range in which you trust the model's inputs. Drift needs it.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        return card.with(table(baselines));
    }

    private static Component table(List<Baseline> baselines) {
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("Name", "Window", "Version", "Environment", "Predictions", "Pinned")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            if ("Predictions".equals(column)) {
                cell.addClassName("tw-num");
            }
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        baselines.forEach(baseline -> body.add(row(baseline)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", "baselines");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }

    private static NativeTableRow row(Baseline baseline) {
        NativeTableCell name = new NativeTableCell(new Span(baseline.name() == null ? "Unnamed" : baseline.name()));
        if (baseline.current()) {
            Span current = new Span("current");
            current.addClassName("tw-tag");
            name.add(current);
        }
        NativeTableCell count = new NativeTableCell(Numbers.count(baseline.predictionCount()));
        count.addClassName("tw-num");
        NativeTableRow row = new NativeTableRow(
                name,
                new NativeTableCell(Time.at(baseline.from()), new Span(" – "), Time.at(baseline.to())),
                new NativeTableCell(baseline.version() == null ? "all" : baseline.version()),
                new NativeTableCell(baseline.environment() == null ? "all" : baseline.environment()),
                count,
                new NativeTableCell(Time.ago(baseline.pinnedAt())));
        row.getElement().setAttribute("data-test", "baseline");
        return row;
    }
}
