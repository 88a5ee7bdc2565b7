package io.tidewatch.ui.registry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Numbers;
import org.jspecify.annotations.Nullable;

/** The code that sends ground truth for a prediction that was really received, and how much has come. */
final class SetupTruthStep extends Div {

    private final String endpoint;
    private final Paragraph about = new Paragraph();
    private final SnippetTabs snippets = new SnippetTabs("truth-snippet");
    private final Span share = new Span();
    private String key = SetupSnippets.NO_KEY;
    private @Nullable SetupPage page;
    private @Nullable StoredPrediction of;

    SetupTruthStep(String endpoint) {
        this.endpoint = endpoint;
        addClassName("tw-stack");
        about.addClassName("tw-quiet");
        share.getElement().setAttribute("data-test", "truth-share").setAttribute("aria-live", "polite");
        share.addClassName("tw-strong");
        snippets.setVisible(false);
        add(about, snippets, share);
    }

    /** Fills in a key that was just made. */
    void key(String created) {
        key = created;
        show();
    }

    void update(SetupPage newPage) {
        page = newPage;
        // The first one stays: code that changes every few seconds can't be copied.
        of = of == null ? newPage.newest() : of;
        show();
    }

    private void show() {
        SetupPage shown = page;
        StoredPrediction prediction = of;
        if (shown == null) {
            return;
        }
        snippets.setVisible(prediction != null);
        if (prediction == null) {
            about.setText("Once a prediction is here, its ground truth can be sent with its id.");
            share.setText("");
            return;
        }
        about.setText(
                "Keep the id of a prediction, and send what really happened when it is known: at once, days later,"
                        + " or again with a correction. This code has the id of a prediction that was received.");
        SetupSnippets code = new SetupSnippets(endpoint, key, SampleEvent.of(shown.model(), shown.version()));
        snippets.show(language -> code.groundTruth(language, prediction));
        share.setText("Coverage: " + Numbers.count(shown.setup().groundTruthCount()) + " of "
                + Numbers.count(shown.setup().predictionCount()) + " predictions, "
                + Numbers.percent(shown.setup().groundTruthShare()));
    }
}
