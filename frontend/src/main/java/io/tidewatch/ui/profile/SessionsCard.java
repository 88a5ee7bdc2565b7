package io.tidewatch.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.client.MySession;
import io.tidewatch.ui.client.Profile;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Time;
import java.util.List;
import java.util.function.Consumer;

/** Where the person is signed in, with a way to end what should not go on. */
final class SessionsCard extends Composite<Card> {

    private final Loader loader;
    private final Profile profile;
    private final List<MySession> sessions;
    private final Runnable reload;

    SessionsCard(Loader loader, Profile profile, List<MySession> sessions, Runnable reload) {
        this.loader = loader;
        this.profile = profile;
        this.sessions = sessions;
        this.reload = reload;
    }

    @Override
    protected Card initContent() {
        Button others = new Button("End all others");
        others.addThemeVariants(ButtonVariant.SMALL);
        others.getElement().setAttribute("data-test", "end-others");
        others.addClickListener(event -> confirmOthers(others));
        boolean several = sessions.stream().anyMatch(session -> !session.current());
        Card card = Card.flush(
                "Sessions",
                "Where you are signed in, used within the last 7 days. An ended one closes its pages and refuses its"
                        + " tokens within seconds.",
                several ? new Component[] {others} : new Component[0]);
        return card.with(sessions.isEmpty() ? none() : table());
    }

    private static Component none() {
        Div empty = States.empty(
                "No session is known",
                "Your identity provider gives its sessions no id, so they can be ended there only.");
        empty.getStyle().set("padding", "16px 20px");
        return empty;
    }

    private Component table() {
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("Program", "Address", "Signed in", "Last seen", "")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            if (column.isEmpty()) {
                cell.getElement().setAttribute("aria-label", "Action");
            }
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        sessions.forEach(session -> body.add(row(session)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("tw-table");
        table.getElement().setAttribute("data-test", "sessions");
        Div scroll = new Div(table);
        scroll.addClassName("tw-scroll");
        return scroll;
    }

    private NativeTableRow row(MySession session) {
        Span program = new Span(Browsers.words(session.browser()));
        if (session.browser() != null) {
            program.setTitle(session.browser());
        }
        NativeTableCell name = new NativeTableCell(program);
        NativeTableCell action = new NativeTableCell();
        action.addClassName("tw-num");
        if (session.current()) {
            Span tag = new Span("this one");
            tag.addClassName("tw-tag");
            name.add(tag);
        } else {
            action.add(endButton(session));
        }
        NativeTableRow row = new NativeTableRow(
                name,
                new NativeTableCell(session.address() == null ? "—" : session.address()),
                new NativeTableCell(Time.at(session.signedInAt())),
                new NativeTableCell(Time.ago(session.lastSeenAt())),
                action);
        row.getElement().setAttribute("data-test", session.current() ? "session-current" : "session");
        return row;
    }

    private Button endButton(MySession session) {
        Button end = new Button("End");
        end.addThemeVariants(ButtonVariant.SMALL);
        end.setAriaLabel("End the session in " + Browsers.words(session.browser()));
        end.setDisableOnClick(true);
        end.getElement().setAttribute("data-test", "end-session");
        end.addClickListener(event -> end(end, caller -> profile.end(caller, session.id())));
        return end;
    }

    private void confirmOthers(Button others) {
        long count = sessions.stream().filter(session -> !session.current()).count();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("End " + count + (count == 1 ? " other session?" : " other sessions?"));
        dialog.setText("Their pages close, and programs that use their tokens are refused. You stay signed in here.");
        dialog.setCancelable(true);
        dialog.setConfirmText("End them");
        dialog.addConfirmListener(event -> end(others, profile::endOthers));
        dialog.open();
    }

    private void end(Button button, Consumer<Caller> call) {
        loader.load(
                button,
                null,
                caller -> {
                    call.accept(caller);
                    return true;
                },
                done -> reload.run(),
                failure -> {
                    button.setEnabled(true);
                    Notification.show(failure.summary());
                });
    }
}
