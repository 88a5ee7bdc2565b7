package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidewatch.ui.client.Erasure;
import io.tidewatch.ui.client.Page;
import io.tidewatch.ui.client.Retentions;
import io.tidewatch.ui.component.Ask;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.FormDialog;
import io.tidewatch.ui.component.LoadMore;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.States;
import io.tidewatch.ui.component.Table;
import io.tidewatch.ui.component.Time;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.shell.AdminPage;
import io.tidewatch.ui.shell.Visit;

/** Erasures so far, and asking for one. */
final class ErasuresCard {

    private static final int PAGE_SIZE = 50;

    private final Loader loader;
    private final Retentions retentions;
    private final Visit visit;
    private final Runnable reload;

    ErasuresCard(Loader loader, Retentions retentions, Visit visit, Runnable reload) {
        this.loader = loader;
        this.retentions = retentions;
        this.visit = visit;
        this.reload = reload;
    }

    Component of(String organization, Page<Erasure> page) {
        Button entity = new Button("Erase an entity", event -> entity());
        entity.getElement().setAttribute("data-test", "erase-entity");
        Button all = new Button("Erase the organization", event -> organization(organization));
        all.addThemeVariants(ButtonVariant.ERROR);
        all.getElement().setAttribute("data-test", "erase-organization");
        Card card = Card.flush(
                "Erasure",
                "Removes events from every table and from the write-ahead log, and counts the rows as proof.",
                entity,
                all);
        if (page.items().isEmpty()) {
            Div empty = States.empty("Nothing was erased", "Erase an entity when a person asks for it.");
            empty.getStyle().set("padding", "16px 20px");
            return card.with(empty);
        }
        Table table = new Table("erasures")
                .column("What")
                .column("Status")
                .column("Asked for")
                .column("Begins")
                .column("Finished");
        page.items().forEach(erasure -> row(table, erasure));
        return card.with(
                table,
                new LoadMore<>(
                        loader,
                        visit.state().organization(),
                        PAGE_SIZE,
                        page.nextCursor(),
                        retentions::erasures,
                        more -> more.forEach(erasure -> row(table, erasure))));
    }

    private void row(Table table, Erasure erasure) {
        Anchor what = new Anchor(
                Navigator.href(AdminPage.RETENTION.path() + "/" + erasure.id(), visit.state()),
                erasure.kind().equals("entity") ? "An entity" : "The organization");
        what.getElement().setAttribute("router-link", true).setAttribute("data-test", "erasure");
        Span hash = new Span(erasure.subjectHash()
                .substring(0, Math.min(12, erasure.subjectHash().length())));
        hash.addClassNames("tw-mono", "tw-quiet");
        Div cell = new Div(what, hash);
        cell.addClassName("tw-cell");
        table.row(
                erasure.id(),
                cell,
                new Span(erasure.status()),
                Time.ago(erasure.requestedAt()),
                Time.at(erasure.dueAt()),
                Time.at(erasure.finishedAt()));
    }

    private void entity() {
        TextField id = new TextField("Entity id");
        id.setRequiredIndicatorVisible(true);
        id.setHelperText("Exactly as predictions carried it");
        TextField again = new TextField("The same id once more");
        again.setRequiredIndicatorVisible(true);
        FormDialog dialog = new FormDialog("Erase an entity", "Erase", "erase-entity")
                .text(
                        "Every prediction about the entity, its ground truth, index and dead letters are removed for good."
                                + " Later events about it are new, and are kept. The id itself is kept in no record.")
                .field("entityId", id)
                .field("again", again);
        confirmBy(dialog, again, () -> id.getValue());
        id.addValueChangeListener(event -> dialog.allow(matches(again.getValue(), id.getValue())));
        dialog.onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            String wanted = id.getValue();
                            return caller -> retentions.eraseEntity(caller, wanted);
                        },
                        erasure -> {
                            Ask.say("The erasure has begun. Its page shows how far it is.");
                            reload.run();
                        })
                .open();
    }

    private void organization(String key) {
        TextField name = new TextField("Key of the organization");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("Type " + key);
        FormDialog dialog = new FormDialog("Erase the organization", "Erase everything", "erase-organization")
                .text(
                        "After a time of grace, in which this can be cancelled, every event, model, team, person, key and audit"
                                + " entry of " + key + " is removed for good. Nobody can sign in to it afterwards.")
                .field("confirmation", name);
        confirmBy(dialog, name, () -> key);
        dialog.onSubmit(
                        loader,
                        visit.state().organization(),
                        () -> {
                            String wanted = name.getValue();
                            return caller -> retentions.eraseOrganization(caller, wanted);
                        },
                        erasure -> {
                            Ask.say("The erasure begins after the time of grace. Until then it can be cancelled.");
                            reload.run();
                        })
                .open();
    }

    private static void confirmBy(FormDialog dialog, TextField field, java.util.function.Supplier<String> expected) {
        dialog.allow(false);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(event -> dialog.allow(matches(event.getValue(), expected.get())));
    }

    private static boolean matches(String typed, String expected) {
        return !typed.isBlank() && typed.equals(expected);
    }
}
