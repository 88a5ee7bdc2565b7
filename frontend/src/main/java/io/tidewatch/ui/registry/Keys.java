package io.tidewatch.ui.registry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Proposes a key from a name. */
final class Keys {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Keys() {}

    static String propose(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String dashed = GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGES.matcher(dashed).replaceAll("");
    }
}
