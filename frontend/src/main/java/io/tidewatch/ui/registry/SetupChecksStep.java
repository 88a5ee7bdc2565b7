package io.tidewatch.ui.registry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.tidewatch.ui.client.Setups;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.shell.Visit;
import org.jspecify.annotations.Nullable;

/** Suggests what the health of the model watches, once there are predictions to suggest it from. */
final class SetupChecksStep extends Div {

    private final Loader loader;
    private final Setups setups;
    private final Visit visit;
    private final Runnable done;
    private @Nullable HealthChecksEditor editor;
    private String basis = "";

    SetupChecksStep(Loader loader, Setups setups, Visit visit, Runnable done) {
        this.loader = loader;
        this.setups = setups;
        this.visit = visit;
        this.done = done;
        addClassName("tw-stack");
    }

    /** Suggests anew when the schema or the baseline changed; else nobody loses what they set. */
    void update(SetupPage page) {
        if (page.setup().predictionCount() == 0) {
            removeAll();
            add(new Paragraph("Once predictions are here, checks that fit them are suggested."));
            return;
        }
        HealthChecksEditor shown = editor;
        if (shown == null) {
            removeAll();
            Paragraph about =
                    new Paragraph("Health turns to the worst of these. Change what you know better, now or later in the"
                            + " settings of the model.");
            about.addClassName("tw-quiet");
            shown = new HealthChecksEditor(loader, setups, visit, page.model(), done);
            editor = shown;
            add(about, shown);
        }
        String now = page.setup().state("schema") + page.setup().state("baseline");
        if (!now.equals(basis)) {
            basis = now;
            shown.load();
        }
    }
}
