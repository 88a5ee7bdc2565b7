package io.tidewatch.demo.training;

import io.tidewatch.demo.feature.DemoFeature;
import io.tidewatch.demo.feature.FeatureVector;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.impl.ArrayExample;

/** Feature vectors as Tribuo sees them: numbers as they are, a category as an indicator of its own. */
final class Examples {
    private Examples() {}

    static <T extends Output<T>> Example<T> of(FeatureVector features, T output) {
        int count = DemoFeature.all().size();
        String[] names = new String[count];
        double[] values = new double[count];
        int index = 0;
        for (DemoFeature feature : DemoFeature.all()) {
            if (feature.numeric()) {
                names[index] = feature.wireName();
                values[index] = features.number(feature);
            } else {
                names[index] = feature.wireName() + "=" + features.category(feature);
                values[index] = 1;
            }
            index++;
        }
        return new ArrayExample<>(output, names, values);
    }
}
