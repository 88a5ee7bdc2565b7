package io.tidewatch.sdk;

/**
 * Decides by the prediction id alone, so that a prediction and its ground truth share their fate, also in another
 * process or years later, as long as the rate is the same.
 */
final class Sampler {

    private final double rate;

    Sampler(double rate) {
        this.rate = rate;
    }

    boolean keeps(String predictionId) {
        return rate >= 1 || position(predictionId) < rate;
    }

    /** Maps an id to a number in [0, 1) that looks random: FNV-1a over UTF-16 units, then the finalizer of SplitMix64. */
    static double position(String id) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        hash ^= hash >>> 31;
        return (hash >>> 11) * 0x1.0p-53;
    }
}
