package io.tidewatch.ui.ingestion;

import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Numbers;
import org.jspecify.annotations.Nullable;

/** What a model said and what was true, in a few characters. */
final class Outputs {

    private Outputs() {}

    static String text(StoredPrediction.@Nullable Output output) {
        if (output == null) {
            return Numbers.NONE;
        }
        if (output.predictedClass() != null) {
            return output.score() == null
                    ? output.predictedClass()
                    : output.predictedClass() + " (" + Numbers.score(output.score()) + ")";
        }
        if (output.value() != null) {
            return Numbers.measure(output.value());
        }
        return Numbers.score(output.score());
    }

    static String text(StoredPrediction.@Nullable Truth truth) {
        if (truth == null) {
            return "not yet";
        }
        return truth.actualClass() != null ? truth.actualClass() : Numbers.measure(truth.value());
    }
}
