package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.ApiKey;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import java.time.Instant;
import java.util.List;

/** One row per API key: whose it is, what it may do, whether it is used, and what can be done with it. */
final class ApiKeyTable {

    private ApiKeyTable() {}

    static Component of(List<ApiKey> keys, Instant now, KeyActions actions) {
        Table table = new Table("keys")
                .column("Key")
                .column("Team")
                .column("May")
                .column("State")
                .column("Last used")
                .column("");
        for (ApiKey key : keys) {
            table.row(
                    key.name(),
                    cell(new Span(key.name()), mono(key.id())),
                    new Span(key.team()),
                    cell(new Span(String.join(", ", key.scopes())), quiet(limits(key))),
                    state(key, now),
                    Time.ago(key.lastUsedAt()),
                    key.hasEnded(now) ? new Span() : buttons(key, now, actions));
        }
        return table;
    }

    private static Component state(ApiKey key, Instant now) {
        if (key.revokedAt() != null) {
            return cell(new Span("Revoked"), Time.ago(key.revokedAt()));
        }
        if (key.expiresAt() != null && key.hasEnded(now)) {
            return cell(new Span("Expired"), Time.ago(key.expiresAt()));
        }
        if (key.hasTwoSecrets(now)) {
            Div used = new Div(new Span("old one used "), Time.ago(key.previousSecretUsedAt()));
            used.addClassNames("tw-quiet", "tw-small");
            Div until = new Div(new Span("Two secrets until "), Time.at(key.previousSecretUntil()));
            return cell(until, used);
        }
        if (key.expiresAt() != null) {
            return cell(new Span("Works until"), Time.at(key.expiresAt()));
        }
        return new Span("Works");
    }

    private static Component buttons(ApiKey key, Instant now, KeyActions actions) {
        Div row = new Div();
        row.addClassName("tw-row");
        row.getStyle().set("justify-content", "flex-end");
        if (key.hasTwoSecrets(now)) {
            row.add(button("End old secret", "end-old", () -> actions.endPreviousSecret(key)));
        } else {
            row.add(button("Rotate", "rotate", () -> actions.rotate(key)));
        }
        row.add(button("Limits", "limits", () -> actions.limit(key)));
        row.add(button("Revoke", "revoke", () -> actions.revoke(key)));
        return row;
    }

    private static Button button(String label, String testId, Runnable action) {
        Button button = new Button(label, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-test", testId);
        return button;
    }

    /** The limits of a key in a few words; empty without any. */
    static String limits(ApiKey key) {
        String events = key.limits().eventsPerSecond() == null
                ? ""
                : Numbers.count(key.limits().eventsPerSecond()) + " events/s";
        String bytes = key.limits().bytesPerSecond() == null
                ? ""
                : Numbers.bytes(key.limits().bytesPerSecond()) + "/s";
        return events.isEmpty() || bytes.isEmpty() ? events + bytes : events + ", " + bytes;
    }

    private static Component cell(Component... lines) {
        Div cell = new Div(lines);
        cell.addClassName("tw-cell");
        return cell;
    }

    private static Component mono(String text) {
        Span span = new Span(text);
        span.addClassNames("tw-mono", "tw-quiet");
        return span;
    }

    private static Component quiet(String text) {
        Span span = new Span(text);
        span.addClassNames("tw-quiet", "tw-small");
        return span;
    }
}
