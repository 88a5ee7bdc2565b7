package io.tidewatch.onboarding.decision;

import java.util.List;

/**
 * What is known about a model.
 *
 * @param ingestKeys API keys of the team that may send events and are neither expired nor revoked
 * @param predictions predictions stored, about
 * @param predictions24h of them, in the last 24 hours
 * @param groundTruths predictions with ground truth, about
 * @param extraFeatures names of features that arrive and are in no schema
 * @param hasVersion true if the model has a version
 * @param schemaSettled true if no schema waits for a person
 * @param features features of the newest schema, by name
 * @param presenceOnly those of them whose type is watched for missing values only
 * @param hasBaseline true if a baseline is pinned
 * @param withoutBaseline names of features that the baseline has no values of
 * @param outputInBaseline true if the baseline has values of the output
 * @param checks what the health of the model watches
 */
public record SetupFacts(
        int ingestKeys,
        long predictions,
        long predictions24h,
        long groundTruths,
        List<String> extraFeatures,
        boolean hasVersion,
        boolean schemaSettled,
        List<String> features,
        List<String> presenceOnly,
        boolean hasBaseline,
        List<String> withoutBaseline,
        boolean outputInBaseline,
        WatchFacts checks) {

    public SetupFacts {
        extraFeatures = List.copyOf(extraFeatures);
        features = List.copyOf(features);
        presenceOnly = List.copyOf(presenceOnly);
        withoutBaseline = List.copyOf(withoutBaseline);
    }

    /** Share of the predictions that have ground truth, 0 without predictions. */
    public double groundTruthShare() {
        return predictions == 0 ? 0 : Math.min(1, (double) groundTruths / predictions);
    }
}
