package io.tidewatch.sdk.experiment;

/** Texts as the server takes them. */
final class RunText {

    private RunText() {}

    /** The text of a host's object, whose {@code toString} may throw or answer null. */
    static String of(Object value) {
        try {
            return String.valueOf(value.toString());
        } catch (RuntimeException e) {
            return value.getClass().getName();
        }
    }

    /** At most so many characters, no surrogate pair cut in half, and without the one character no database column takes. */
    static String shortened(String text, int limit) {
        String cut = text;
        if (cut.length() > limit) {
            cut = cut.substring(0, Character.isHighSurrogate(cut.charAt(limit - 1)) ? limit - 1 : limit);
        }
        return cut.replace('\0', '\uFFFD');
    }

    /** As {@link #shortened}, with spaces in place of control characters, stripped. */
    static String cleaned(String text, int limit) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (Character.isISOControl(clean.charAt(i))) {
                clean.setCharAt(i, ' ');
            }
        }
        return shortened(clean.toString(), limit).strip();
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
