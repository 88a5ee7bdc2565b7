package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import io.tidewatch.ui.client.Model;

/** What only editors of a model may do. The backend refuses it too; here it is only made plain. */
final class Editors {

    private Editors() {}

    /** Disables the action for others, and says why. */
    static void only(Button action, Model model) {
        if (!model.access().edit()) {
            action.setEnabled(false);
            action.setTooltipText("Only editors of " + model.team().name() + " can do this");
        }
    }
}
