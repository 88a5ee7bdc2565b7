package io.tidewatch.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.EmailField;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.client.Preferences;
import io.tidewatch.ui.client.Preferences.Address;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where notifications may go: the address of the sign-in, and further ones, which are not verified. */
final class AddressesCard extends Composite<Card> {

    private static final int MOST = 10;

    private final PreferenceEditor editor;
    private final Me me;
    private final UnorderedList list = new UnorderedList();
    private final EmailField field = new EmailField("Another e-mail address");
    private final Button add = new Button("Add", new Icon("plus"));

    AddressesCard(PreferenceEditor editor, Me me) {
        this.editor = editor;
        this.me = me;
        list.addClassName("tw-list");
        field.setWidth("340px");
        field.setMaxLength(254);
        field.getElement().setAttribute("data-test", "address-field");
        add.addThemeVariants(ButtonVariant.SMALL);
        add.getElement().setAttribute("data-test", "address-add");
        add.addClickListener(event -> add());
        field.addKeyPressListener(Key.ENTER, event -> add());
    }

    @Override
    protected Card initContent() {
        Div form = new Div(field, add);
        form.addClassName("tw-row");
        form.getStyle()
                .set("align-items", "baseline")
                .set("padding", "12px 20px 20px")
                .set("gap", "8px");
        show();
        return Card.flush(
                        "Notification addresses",
                        "Kept for notifications, which Tidewatch does not send yet. Nothing will be sent to an address"
                                + " before you have confirmed it.")
                .with(list, form);
    }

    private void show() {
        list.removeAll();
        String own = me.email();
        if (own != null && !own.isBlank()) {
            list.add(item(own, "from your sign-in", null));
        }
        for (Address address : editor.current().addresses()) {
            Button remove = new Button("Remove", new Icon("close"), event -> remove(address));
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel("Remove " + address.address());
            remove.setDisableOnClick(true);
            remove.getElement().setAttribute("data-test", "address-remove");
            list.add(item(address.address(), address.verified() ? "confirmed" : "not confirmed", remove));
        }
        add.setEnabled(editor.current().addresses().size() < MOST);
    }

    private static ListItem item(String address, String state, @Nullable Component action) {
        Span note = new Span(state);
        note.addClassNames("tw-quiet", "tw-small");
        Div cell = new Div(new Span(address), note);
        cell.addClassName("tw-cell");
        ListItem item = new ListItem(cell);
        if (action != null) {
            item.add(action);
        }
        item.getElement().setAttribute("data-test", "address");
        return item;
    }

    private void add() {
        String address = field.getValue().strip();
        if (address.isEmpty() || field.isInvalid()) {
            refuse("Enter an e-mail address.");
            return;
        }
        save(current -> Stream.concat(texts(current), Stream.of(address)).toList());
    }

    private void remove(Address address) {
        save(current ->
                texts(current).filter(text -> !text.equals(address.address())).toList());
    }

    private void save(Function<Preferences, List<String>> change) {
        editor.save(
                list,
                current -> current.withAddresses(change.apply(current)),
                saved -> {
                    field.clear();
                    field.setInvalid(false);
                    show();
                },
                this::failed);
    }

    private void failed(Failure failure) {
        refuse(
                failure instanceof Failure.Invalid invalid
                                && !invalid.violations().isEmpty()
                        ? "This address " + invalid.violations().getFirst().message() + "."
                        : failure.summary());
        show();
    }

    private void refuse(String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }

    private static Stream<String> texts(Preferences preferences) {
        return preferences.addresses().stream().map(Address::address);
    }
}
