package io.tidewatch.sdk;

/** One thing in the queue: what was recorded, with the identity it got when it was. */
sealed interface Event {

    /** Which endpoint an event belongs to. */
    enum Kind {
        PREDICTION("predictions", "predictions"),
        GROUND_TRUTH("ground-truth", "groundTruth");

        /** Last segment of the path. */
        final String resource;
        /** Name of the array in the body. */
        final String member;

        Kind(String resource, String member) {
            this.resource = resource;
            this.member = member;
        }
    }

    Kind kind();

    /** About how much memory this event keeps alive. */
    int heapBytes();

    /**
     * A prediction.
     *
     * @param id as told to the host
     * @param epochSecond seconds of the time it occurred
     * @param nano nanoseconds of that second
     */
    record PredictionEvent(Prediction prediction, String id, long epochSecond, int nano) implements Event {

        @Override
        public Kind kind() {
            return Kind.PREDICTION;
        }

        @Override
        public int heapBytes() {
            return heapBytes(prediction);
        }

        static int heapBytes(Prediction prediction) {
            return 120 + prediction.heapBytes();
        }
    }

    /** A ground truth. */
    record GroundTruthEvent(GroundTruth groundTruth) implements Event {

        @Override
        public Kind kind() {
            return Kind.GROUND_TRUTH;
        }

        @Override
        public int heapBytes() {
            return heapBytes(groundTruth);
        }

        static int heapBytes(GroundTruth groundTruth) {
            String className = groundTruth.className();
            return 160 + groundTruth.predictionId().length() + (className == null ? 0 : className.length());
        }
    }
}
