package io.tidewatch.ui.component;

/** Code that people copy from pages, filled in with their model. */
public final class Snippets {

    private Snippets() {}

    /** Records a prediction and, later, its ground truth. */
    public static String record(String modelKey) {
        return """
                Tidewatch tidewatch = Tidewatch.builder().endpoint(uri).apiKey(key).model("%s").version("1").build();
                String id = tidewatch.record(Prediction.builder().feature("amount", 42.0).score(0.81).build());
                tidewatch.recordGroundTruth(GroundTruth.ofClass(id, "yes"));   // whenever it is known
                """.formatted(modelKey.replace("\\", "\\\\").replace("\"", "\\\""))
                .stripTrailing();
    }
}
