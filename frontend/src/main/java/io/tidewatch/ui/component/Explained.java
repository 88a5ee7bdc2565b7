package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/** A number that opens its explanation; the definitions are in definitions.ts. Tables use its element directly. */
@Tag("tw-explain")
@JsModule("./element/tw-explain.ts")
public final class Explained extends Component {

    /**
     * A number with what it means.
     *
     * @param term name of the definition, such as {@code psi}
     * @param facts what it was computed from, as name, value, name, value ...
     */
    public Explained(String term, String value, List<String> facts) {
        getElement().setAttribute("term", term).setAttribute("value", value).setPropertyList("facts", facts);
    }
}
