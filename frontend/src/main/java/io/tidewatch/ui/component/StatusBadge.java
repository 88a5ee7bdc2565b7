package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A status as colour, icon and word together. */
@Tag("tw-status")
@JsModule("./element/tw-status.ts")
public final class StatusBadge extends Component {

    /** A badge for a status. */
    public StatusBadge(Status status) {
        getElement().setAttribute("status", status.code());
    }

    /** The same on a tinted ground. */
    public StatusBadge pill() {
        getElement().setAttribute("pill", true);
        return this;
    }
}
