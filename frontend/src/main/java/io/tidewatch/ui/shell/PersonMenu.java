package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import io.tidewatch.ui.client.Me;
import io.tidewatch.ui.identity.Sessions;
import io.tidewatch.ui.navigation.Navigator;
import io.tidewatch.ui.navigation.Paths;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The signed-in person: name, theme, sign-out. */
final class PersonMenu extends Div {

    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final Element name = new Element("b");
    private final Element mail = new Element("small");
    private final Span avatar = new Span();

    PersonMenu(String displayName, Consumer<String> saveTheme) {
        avatar.addClassName("tw-avatar");
        name.setAttribute("data-test", "person-name");
        NativeButton button = new NativeButton();
        button.addClassName("tw-bar-button");
        button.add(avatar);
        button.setAriaLabel("Your account");
        button.getElement().setAttribute("type", "button").setAttribute("data-test", "person-menu");

        Div who = new Div();
        who.addClassName("who");
        who.getElement().appendChild(name, mail);
        Div menu = new Div(who);
        menu.addClassName("tw-menu");
        Element heading = new Element("h2");
        heading.setText("Theme");
        menu.getElement().appendChild(heading);
        THEMES.forEach(theme -> menu.add(themeChoice(theme, saveTheme)));
        menu.getElement().appendChild(new Element("hr").setAttribute("class", "tw-rule"));

        Popover popover = new Popover(menu);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel("Your account");
        NativeButton profile = new NativeButton("Profile", event -> {
            popover.close();
            UI ui = UI.getCurrent();
            Navigator.open(ui, Paths.PROFILE, Navigator.current(ui).outsideModel());
        });
        profile.getElement().setAttribute("type", "button").setAttribute("data-test", "open-profile");
        NativeButton signOut = new NativeButton("Sign out", event -> {
            UI ui = UI.getCurrent();
            Sessions.leaving(ui);
            ui.getPage().setLocation("/logout");
        });
        signOut.getElement().setAttribute("type", "button").setAttribute("data-test", "sign-out");
        menu.add(profile, signOut);
        add(button, popover);
        show(displayName, null);
    }

    void show(Me me) {
        show(me.name() == null || me.name().isBlank() ? name.getText() : me.name(), me.email());
    }

    private void show(String displayName, @Nullable String email) {
        name.setText(displayName);
        mail.setText(email == null ? "" : email);
        avatar.setText(initials(displayName));
    }

    private static NativeButton themeChoice(String theme, Consumer<String> save) {
        String label = theme.substring(0, 1).toUpperCase(Locale.ROOT) + theme.substring(1);
        NativeButton choice = new NativeButton(label, event -> save.accept(theme));
        choice.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-test", "theme-" + theme)
                // The colours change at once; saving the choice takes a moment longer.
                .executeJs("this.addEventListener('click', () => window.tidewatch.theme($0))", theme);
        return choice;
    }

    static String initials(String displayName) {
        String[] words = displayName.strip().split("\\s+", -1);
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        String last = words.length < 2
                ? ""
                : words[words.length - 1].substring(0, words[words.length - 1].offsetByCodePoints(0, 1));
        return (first + last).toUpperCase(Locale.ROOT);
    }
}
