package io.tidewatch.ui.analysis;

import io.tidewatch.ui.component.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A performance metric: its name in the API, which is also its definition's, and how it is written. */
enum Metric {
    ROC_AUC("roc_auc", "ROC AUC", false),
    ACCURACY("accuracy", "Accuracy", false),
    PRECISION("precision", "Precision", false),
    RECALL("recall", "Recall", false),
    F1("f1", "F1", false),
    MACRO_F1("macro_f1", "Macro F1", false),
    LOG_LOSS("log_loss", "Log loss", false),
    BRIER("brier", "Brier score", false),
    MAE("mae", "Mean absolute error", true),
    RMSE("rmse", "Root mean squared error", true),
    R2("r2", "R²", false),
    MEAN_ERROR("mean_error", "Mean error", true);

    private final String key;
    private final String label;
    private final boolean hasUnit;

    Metric(String key, String label, boolean hasUnit) {
        this.key = key;
        this.label = label;
        this.hasUnit = hasUnit;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** Whether it is measured in the unit of what is predicted. */
    boolean hasUnit() {
        return hasUnit;
    }

    String text(@Nullable Double value) {
        return hasUnit ? Numbers.measure(value) : Numbers.score(value);
    }

    /** The metrics of a kind of model, the one that says most first. */
    static List<Metric> of(String task) {
        return switch (task) {
            case "binary" -> List.of(ROC_AUC, PRECISION, RECALL, F1, ACCURACY, LOG_LOSS, BRIER);
            case "multiclass" -> List.of(ACCURACY, MACRO_F1, LOG_LOSS);
            default -> List.of(MAE, RMSE, R2, MEAN_ERROR);
        };
    }
}
