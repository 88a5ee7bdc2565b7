package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.tidewatch.ui.component.CodeBlock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The same program in each language, one at a time. */
final class SnippetTabs extends Div {

    private final CodeBlock code;
    private final Map<Language, Button> choices = new EnumMap<>(Language.class);
    private Language chosen = Language.JAVA;
    private Function<Language, String> snippets = language -> "";

    SnippetTabs(String testId) {
        addClassName("tw-stack");
        code = new CodeBlock(testId);
        Div row = new Div();
        row.addClassName("tw-row");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", "Language");
        for (Language language : Language.values()) {
            Button choice = new Button(language.label(), event -> choose(language));
            choice.addThemeVariants(ButtonVariant.SMALL);
            choice.getElement()
                    .setAttribute("data-test", testId + "-" + language.name().toLowerCase(java.util.Locale.ROOT));
            choices.put(language, choice);
            row.add(choice);
        }
        add(row, code);
        choose(Language.JAVA);
    }

    /** Shows this code. */
    void show(Function<Language, String> newSnippets) {
        snippets = newSnippets;
        code.show(snippets.apply(chosen));
    }

    private void choose(Language language) {
        chosen = language;
        choices.forEach((each, button) -> {
            boolean isChosen = each == language;
            button.getElement().setAttribute("aria-pressed", Boolean.toString(isChosen));
            button.setThemeVariant(ButtonVariant.PRIMARY, isChosen);
        });
        code.show(snippets.apply(language));
    }
}
