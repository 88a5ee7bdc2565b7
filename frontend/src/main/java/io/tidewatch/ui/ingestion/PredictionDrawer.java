package io.tidewatch.ui.ingestion;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Drawer;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The details of one stored prediction, at the side of the page. Escape closes it. */
final class PredictionDrawer extends Drawer {

    PredictionDrawer() {
        super("Prediction", "Details of a prediction", "prediction-drawer");
    }

    void open(StoredPrediction prediction) {
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
        show(facts);

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
        append(new H3("Output"), output);
        section("Features", prediction.features());
        section("Segments", prediction.segments());
    }

    private void section(String title, @Nullable Map<String, ? extends @Nullable Object> values) {
        if (values == null || values.isEmpty()) {
            return;
        }
        DescriptionList list = new DescriptionList();
        values.forEach((name, value) -> fact(list, name, new Span(value(value))));
        append(new H3(title), list);
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
}
