package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The details of one stored prediction, at the side of the page. Escape closes it. */
final class PredictionDrawer extends Aside {

    private final Div content = new Div();

    PredictionDrawer() {
        addClassName("tw-drawer");
        getElement()
                .setAttribute("aria-label", "Details of a prediction")
                .setAttribute("data-test", "prediction-drawer");
        NativeButton close = new NativeButton("", event -> close());
        close.add(new Icon("close"));
        close.setAriaLabel("Close");
        close.addClassName("tw-bar-button");
        close.getElement().setAttribute("type", "button").setAttribute("data-test", "drawer-close");
        Div head = new Div(new H2("Prediction"), close);
        head.addClassName("tw-drawer-head");
        add(head, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE, new KeyModifier[0]);
    }

    void close() {
        setVisible(false);
    }

    void open(StoredPrediction prediction) {
        content.removeAll();
        DescriptionList facts = new DescriptionList();
        fact(facts, "Id", mono(prediction.predictionId()));
        fact(facts, "Occurred", Time.at(prediction.occurredAt()));
        fact(facts, "Received", Time.at(prediction.receivedAt()));
        fact(facts, "Version", new Span(prediction.version()));
        fact(facts, "Environment", new Span(text(prediction.environment())));
        fact(facts, "Entity", new Span(text(prediction.entityId())));
        fact(
                facts,
                "Latency",
                new Span(
                        prediction.latencyMs() == null
                                ? Numbers.NONE
                                : Numbers.measure(prediction.latencyMs()) + " ms"));
        content.add(facts);

        DescriptionList output = new DescriptionList();
        fact(output, "Predicted", new Span(Outputs.text(prediction.prediction())));
        if (prediction.prediction() != null && prediction.prediction().scores() != null) {
            prediction
                    .prediction()
                    .scores()
                    .forEach((name, score) -> fact(output, name, new Span(Numbers.score(score))));
        }
        StoredPrediction.Truth truth = prediction.groundTruth();
        fact(output, "Ground truth", new Span(Outputs.text(truth)));
        if (truth != null && truth.observedAt() != null) {
            fact(output, "Observed", Time.at(truth.observedAt()));
        }
        content.add(new H3("Output"), output);
        section("Features", prediction.features());
        section("Segments", prediction.segments());
        setVisible(true);
    }

    private void section(String title, @Nullable Map<String, ? extends @Nullable Object> values) {
        if (values == null || values.isEmpty()) {
            return;
        }
        DescriptionList list = new DescriptionList();
        values.forEach((name, value) -> fact(list, name, new Span(value(value))));
        content.add(new H3(title), list);
    }

    private static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "missing";
            case Integer whole -> Numbers.count(whole);
            case Number number -> Numbers.measure(number.doubleValue());
            default -> value.toString();
        };
    }

    private static String text(@Nullable String value) {
        return value == null || value.isEmpty() ? Numbers.NONE : value;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("tw-mono");
        return span;
    }
}
