package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.tidewatch.ui.client.Accounting.Account;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.StatusBadge;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import java.util.List;

/** One row per model and kind of event: where its events are, and whether the counts add up. */
final class AccountingTable {

    private static final List<String> COLUMNS =
            List.of("Model", "Events", "Accepted", "Stored", "Pending", "Dead letters", "Open", "Adds up");

    private AccountingTable() {}

    static Component of(List<Account> accounts) {
        PageState state = Navigator.current(UI.getCurrent()).outsideModel();
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            if (isNumber(column)) {
                cell.addClassName("tw-num");
            }
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        accounts.forEach(account -> body.add(row(account, state)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", "accounting");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return Card.flush(
                        "By model",
                        "Counted since this server's log was made: accepted = stored + pending + dead letters.")
                .with(scroll);
    }

    private static boolean isNumber(String column) {
        return !List.of("Model", "Events", "Adds up").contains(column);
    }

    private static NativeTableRow row(Account account, PageState state) {
        Anchor model = new Anchor(Navigator.href(Paths.model(account.model()), state), account.modelName());
        model.getElement().setAttribute("router-link", true);
        NativeTableRow row = new NativeTableRow(
                new NativeTableCell(model),
                new NativeTableCell(account.kind().equals("prediction") ? "predictions" : "ground truth"),
                number(account.accepted()),
                number(account.stored()),
                number(account.pending()),
                number(account.deadLettered()),
                account.deadLetters() == null ? new NativeTableCell(Numbers.NONE) : number(account.openLetters()),
                new NativeTableCell(new StatusBadge(account.balanced() ? Status.OK : Status.CRITICAL)));
        row.getElement()
                .setAttribute("data-test", "account")
                .setAttribute("data-account", account.model() + "/" + account.kind());
        return row;
    }

    private static NativeTableCell number(long count) {
        NativeTableCell cell = new NativeTableCell(Numbers.count(count));
        cell.addClassName("tw-num");
        return cell;
    }
}
