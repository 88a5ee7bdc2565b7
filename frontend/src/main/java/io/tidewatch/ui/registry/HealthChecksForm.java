package io.tidewatch.ui.registry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import io.tidewatch.ui.client.HealthChecks;
import io.tidewatch.ui.client.HealthSuggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The health checks of a model with what is suggested for each, and why. */
final class HealthChecksForm extends Div {

    private final HealthSuggestion suggestion;
    private final HealthChecks.Choice stored;
    private final CheckBlock silence = new CheckBlock("Silence", "check-silence");
    private final CheckBlock drift = new CheckBlock("Drift", "check-drift");
    private final CheckBlock missing = new CheckBlock("Missing values", "check-missing");
    private final CheckBlock truth = new CheckBlock("Ground truth", "check-truth");
    private final LengthSelect silenceLimit = new LengthSelect("Longest time without a prediction", "silence-limit");
    private final LengthSelect truthDelay = new LengthSelect("Age of predictions", "truth-delay");
    private final NumberField truthRatio = new NumberField();
    private final WatchedList driftList;
    private final WatchedList missingList;

    /** A form with these values; {@code stored} is what is in force. */
    HealthChecksForm(
            HealthChecks.Choice values, HealthChecks.Choice stored, HealthSuggestion suggestion, boolean editable) {
        this.suggestion = suggestion;
        this.stored = stored;
        driftList = new WatchedList("check-drift", false, editable);
        missingList = new WatchedList("check-missing", true, editable);
        truthRatio.setAriaLabel("Smallest share with ground truth in percent");
        truthRatio.setSuffixComponent(new Span("%"));
        truthRatio.setMin(0);
        truthRatio.setMax(100);
        truthRatio.setWidth("104px");
        truthRatio.getElement().setAttribute("data-test", "truth-ratio");
        silence.limit(new Span("No data after"), silenceLimit, new Span("without a prediction"));
        drift.limit(new Span("The last 24 hours against the baseline")).detail(driftList);
        missing.limit(new Span("More than usual in the last 24 hours")).detail(missingList);
        truth.limit(new Span("After"), truthDelay, new Span("at least"), truthRatio, new Span("have one"));
        silence.reason(suggestion.silence().reason());
        drift.reason(suggestion.drift().reason());
        missing.reason(suggestion.missingValues().reason());
        truth.reason(suggestion.groundTruth().reason());
        suggestion.drift().variables().forEach(variable -> driftList.row(variable.name(), variable.reason()));
        suggestion.missingValues().features().forEach(feature -> missingList.row(feature.feature(), feature.reason()));
        driftList.setVisible(!suggestion.drift().variables().isEmpty());
        missingList.setVisible(!suggestion.missingValues().features().isEmpty());
        addClassName("tw-checks");
        getElement().setAttribute("data-test", "health-checks");
        add(silence, drift, missing, truth);
        fill(values);
        if (!editable) {
            List.of(silence, drift, missing, truth).forEach(CheckBlock::readOnly);
            silenceLimit.setReadOnly(true);
            truthDelay.setReadOnly(true);
            truthRatio.setReadOnly(true);
        }
    }

    /** Fills in what is suggested. */
    void suggest() {
        fill(suggestion.choice());
    }

    private void fill(HealthChecks.Choice values) {
        silence.set(values.silence().enabled());
        silenceLimit.set(values.silence().limit());
        drift.set(values.drift().enabled());
        missing.set(values.missingValues().enabled());
        truth.set(values.groundTruth().enabled());
        truthDelay.set(values.groundTruth().delay());
        truthRatio.setValue(Math.round(values.groundTruth().minimumRatio() * 10_000) / 100.0);
        Set<String> leftOut = new HashSet<>(values.drift().leftOut());
        suggestion
                .drift()
                .variables()
                .forEach(variable -> driftList.set(variable.name(), !leftOut.contains(variable.name()), null));
        for (HealthSuggestion.Feature feature : suggestion.missingValues().features()) {
            Double limit = values.missingValues().limits().stream()
                    .filter(candidate -> candidate.feature().equals(feature.feature()))
                    .map(HealthChecks.Limit::maximumRatio)
                    .findFirst()
                    .orElse(null);
            missingList.set(feature.feature(), limit != null, limit == null ? feature.maximumRatio() : limit);
        }
    }

    /** The choice as it stands. What is stored about features that are not listed here stays. */
    HealthChecks.Choice choice() {
        List<String> leftOut = new ArrayList<>(driftList.unwatched());
        stored.drift().leftOut().stream().filter(name -> !driftList.has(name)).forEach(leftOut::add);
        List<HealthChecks.Limit> limits = new ArrayList<>();
        missingList.watched().forEach((name, ratio) -> limits.add(new HealthChecks.Limit(name, ratio)));
        stored.missingValues().limits().stream()
                .filter(limit -> !missingList.has(limit.feature()))
                .forEach(limits::add);
        Double ratio = truthRatio.getValue();
        return new HealthChecks.Choice(
                new HealthChecks.Silence(silence.isOn(), silenceLimit.iso()),
                new HealthChecks.Drift(drift.isOn(), leftOut),
                new HealthChecks.MissingValues(missing.isOn(), limits),
                new HealthChecks.GroundTruth(truth.isOn(), truthDelay.iso(), ratio == null ? 0 : ratio / 100));
    }
}
