package io.tidewatch.sdk;

/** How long property tests go on: long enough for every build, or far longer with {@code -Dsoak=true}. */
public final class Histories {

    private static final int SOAK_FACTOR = 20;

    private Histories() {}

    /** How many examples to try. */
    public static int examples(int usually) {
        return Boolean.getBoolean("soak") ? usually * SOAK_FACTOR : usually;
    }
}
