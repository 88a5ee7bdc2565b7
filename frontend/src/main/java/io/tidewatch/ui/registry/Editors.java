package io.tidewatch.ui.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Model;

/** What only editors of a model may do. The backend refuses it too; here it is only made plain. */
final class Editors {

    private Editors() {}

    /** The action for editors; for others the reason why it is not there. */
    static Component only(Button action, Model model) {
        return model.access().edit() ? action : reasonFor(model);
    }

    /** Why the actions of a card are missing; nothing for editors. */
    static Component reasonFor(Model model) {
        return model.access().edit()
                ? new Span()
                : reason("Only editors of " + model.team().name() + " can change this");
    }

    /** Why an action is missing. */
    static Span reason(String text) {
        Span reason = new Span(text);
        reason.addClassNames("tw-quiet", "tw-small");
        reason.getElement().setAttribute("data-test", "editors-only");
        return reason;
    }
}
