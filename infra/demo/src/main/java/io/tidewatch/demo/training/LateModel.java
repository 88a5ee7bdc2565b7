package io.tidewatch.demo.training;

import io.tidewatch.demo.feature.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tells the probability that a flight arrives late: gradient-boosted trees with calibrated scores. */
public final class LateModel {
    /** The positive class. */
    public static final String LATE = "late";

    /** The negative class. */
    public static final String ON_TIME = "on-time";

    private static final Label UNKNOWN = LabelFactory.UNKNOWN_LABEL;

    private final Model<Label> trees;
    private final PlattScaling calibration;

    LateModel(Model<Label> trees, PlattScaling calibration) {
        this.trees = trees;
        this.calibration = calibration;
    }

    /** Trains on the first part of the split and calibrates on the second. */
    static LateModel train(TrainingSplit split) {
        LabelFactory factory = new LabelFactory();
        Label late = new Label(LATE);
        Label onTime = new Label(ON_TIME);
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("US flights of 2001", factory), factory);
        for (TrainingRow row : split.train()) {
            dataset.add(Examples.of(row.features(), row.late() ? late : onTime));
        }
        Model<Label> trees = new XGBoostClassificationTrainer(
                        XGBoostTrainer.BoosterType.GBTREE,
                        XGBoostTrainer.TreeMethod.HIST,
                        BoostingSettings.TREES,
                        BoostingSettings.LEARNING_RATE,
                        BoostingSettings.MIN_LOSS_REDUCTION,
                        BoostingSettings.MAX_DEPTH,
                        BoostingSettings.MIN_CHILD_WEIGHT,
                        BoostingSettings.ROW_SHARE,
                        BoostingSettings.FEATURE_SHARE,
                        BoostingSettings.L2,
                        BoostingSettings.L1,
                        BoostingSettings.THREADS,
                        XGBoostTrainer.LoggingVerbosity.SILENT,
                        BoostingSettings.SEED)
                .train(dataset);
        LateModel raw = new LateModel(trees, new PlattScaling(1, 0));
        List<TrainingRow> rows = split.calibrate();
        return new LateModel(
                trees, PlattScaling.fit(raw.probabilitiesOf(rows), BinaryQuality.outcomes(rows, rows.size())));
    }

    static LateModel load(Path file, PlattScaling calibration) throws IOException {
        return new LateModel(Model.deserializeFromFile(file).castModel(Label.class), calibration);
    }

    void save(Path file) throws IOException {
        trees.serializeToFile(file);
    }

    PlattScaling calibration() {
        return calibration;
    }

    /** The probability (0 to 1) of being late for each flight, in order. */
    public double[] probabilities(List<FeatureVector> flights) {
        List<Example<Label>> examples = new ArrayList<>(flights.size());
        for (FeatureVector features : flights) {
            examples.add(Examples.of(features, UNKNOWN));
        }
        double[] probabilities = new double[flights.size()];
        int index = 0;
        for (Prediction<Label> prediction : trees.predict(examples)) {
            Label late = prediction.getOutputScores().get(LATE);
            if (late == null) {
                throw new IllegalStateException("The model does not know the class " + LATE);
            }
            probabilities[index++] = calibration.probability(late.getScore());
        }
        return probabilities;
    }

    double[] probabilitiesOf(List<TrainingRow> rows) {
        return probabilities(rows.stream().map(TrainingRow::features).toList());
    }
}
