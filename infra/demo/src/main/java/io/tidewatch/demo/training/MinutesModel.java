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
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;

/** Tells the minutes of delay at arrival: gradient-boosted trees. */
public final class MinutesModel {
    private static final String MINUTES = "minutes";

    // A handful of delays of a day or more would otherwise pull the squared error towards themselves.
    private static final int SHORTEST_DELAY = -60;
    private static final int LONGEST_DELAY = 300;

    private final Model<Regressor> trees;

    private MinutesModel(Model<Regressor> trees) {
        this.trees = trees;
    }

    static MinutesModel train(TrainingSplit split) {
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("US flights of 2001", factory), factory);
        for (TrainingRow row : split.train()) {
            double minutes = Math.clamp(row.delayMinutes(), SHORTEST_DELAY, LONGEST_DELAY);
            dataset.add(Examples.of(row.features(), new Regressor(MINUTES, minutes)));
        }
        return new MinutesModel(new XGBoostRegressionTrainer(
                        XGBoostTrainer.BoosterType.GBTREE,
                        XGBoostTrainer.TreeMethod.HIST,
                        XGBoostRegressionTrainer.RegressionType.LINEAR,
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
                .train(dataset));
    }

    static MinutesModel load(Path file) throws IOException {
        return new MinutesModel(Model.deserializeFromFile(file).castModel(Regressor.class));
    }

    void save(Path file) throws IOException {
        trees.serializeToFile(file);
    }

    /** The expected delay in minutes for each flight, in order. */
    public double[] minutes(List<FeatureVector> flights) {
        Regressor unknown = new RegressionFactory().getUnknownOutput();
        List<Example<Regressor>> examples = new ArrayList<>(flights.size());
        for (FeatureVector features : flights) {
            examples.add(Examples.of(features, unknown));
        }
        double[] minutes = new double[flights.size()];
        int index = 0;
        for (Prediction<Regressor> prediction : trees.predict(examples)) {
            minutes[index++] = prediction.getOutput().getValues()[0];
        }
        return minutes;
    }

    double[] minutesOf(List<TrainingRow> rows) {
        return minutes(rows.stream().map(TrainingRow::features).toList());
    }
}
