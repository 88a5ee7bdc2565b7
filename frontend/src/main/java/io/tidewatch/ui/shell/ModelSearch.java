package io.tidewatch.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Model;
import io.tidewatch.ui.client.Models;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.PageState;
import io.tidewatch.ui.navigation.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds models by name or key while typing; Enter opens the first. */
final class ModelSearch extends Div {

    private static final int SHOWN = 8;

    private final Loader loader;
    private final Models models;
    private final TextField field = new TextField();
    private final Div results = new Div();
    private final Popover popover = new Popover(results);
    private List<Model> found = List.of();
    private Loader.@Nullable Ticket ticket;

    ModelSearch(Loader loader, Models models) {
        this.loader = loader;
        this.models = models;
        addClassName("tw-search");
        field.setPlaceholder("Find a model");
        field.setAriaLabel("Find a model");
        field.setPrefixComponent(new Icon("search"));
        Span hint = new Span("/");
        hint.addClassName("tw-key");
        field.setSuffixComponent(hint);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.getElement().setAttribute("data-test", "search");
        field.addValueChangeListener(event -> search(event.getValue().strip()));
        field.addKeyDownListener(Key.ENTER, event -> openFirst());
        // The popover marks its target as one that opens something, which a plain text input may not be.
        field.getElement().executeJs("this.inputElement.setAttribute('role', 'combobox')");
        results.addClassName("tw-menu");
        popover.setTarget(field);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel("Models found");
        add(field, popover);
    }

    private void search(String text) {
        if (ticket != null) {
            ticket.cancel();
            ticket = null;
        }
        if (text.isEmpty()) {
            popover.close();
            return;
        }
        PageState state = Navigator.current(UI.getCurrent());
        ticket = loader.load(
                this,
                state.organization(),
                caller -> models.list(caller, null, text, null).items(),
                items -> show(items, text),
                failure -> say(failure instanceof Failure.NotHere ? "No models here" : failure.summary()));
    }

    private void show(List<Model> items, String text) {
        found = items.stream().limit(SHOWN).toList();
        if (found.isEmpty()) {
            say("No model matches \"" + text + "\"");
            return;
        }
        PageState state = Navigator.current(UI.getCurrent()).outsideModel();
        results.removeAll();
        for (Model model : found) {
            Span team = new Span(model.team().name());
            team.addClassNames("tw-quiet", "tw-small");
            Anchor link = new Anchor(Navigator.href(Paths.model(model.key()), state), "");
            link.add(new Span(model.name()), team);
            link.getElement().setAttribute("router-link", true).setAttribute("data-test", "search-result");
            link.getElement().addEventListener("click", event -> leave());
            results.add(link);
        }
        popover.open();
    }

    private void say(String text) {
        found = List.of();
        results.removeAll();
        Span line = new Span(text);
        line.addClassNames("tw-quiet", "tw-small");
        line.getStyle().set("padding", "8px 10px");
        results.add(line);
        popover.open();
    }

    private void openFirst() {
        if (!found.isEmpty()) {
            PageState state = Navigator.current(UI.getCurrent()).outsideModel();
            String key = found.getFirst().key();
            leave();
            Navigator.open(UI.getCurrent(), Paths.model(key), state);
        }
    }

    private void leave() {
        found = List.of();
        popover.close();
        field.clear();
    }
}
