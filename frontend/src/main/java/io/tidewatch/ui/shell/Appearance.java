package io.tidewatch.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.List;

/** The colour of an organization's links and buttons. The colours themselves are in accents.css. */
public final class Appearance {

    /** The palette, in the order in which it is offered. */
    public static final List<String> ACCENTS = List.of("blue", "teal", "indigo", "plum", "rust", "graphite");

    private Appearance() {}

    /** Shows a page in a colour of the palette from now on; anything else is the usual blue. */
    public static void apply(UI ui, String accent) {
        ui.getPage().executeJs("window.tidewatch.accent($0)", ACCENTS.contains(accent) ? accent : "blue");
    }
}
