package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** One of the product's icons. Decorative: a word beside it or the control's name says the same. */
@Tag("tw-icon")
@JsModule("./element/tw-icon.ts")
public final class Icon extends Component {

    /** The icon of this name (see tw-icon.ts). */
    public Icon(String name) {
        getElement().setAttribute("name", name);
    }
}
