package io.tidewatch.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Removes personal data before anything leaves the process. It runs on the delivery thread, not on the host's, and before
 * the event is written to the spool.
 */
@FunctionalInterface
public interface Redaction {

    /**
     * The prediction as it may be sent, or null to send nothing. An exception drops the prediction
     * ({@link DropReason#REDACTION_FAILED}). The prediction's id and time cannot be changed here.
     */
    @Nullable
    Prediction apply(Prediction prediction);
}
