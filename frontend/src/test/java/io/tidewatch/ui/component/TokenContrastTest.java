package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.ui.shell.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the theme against WCAG: text and status must be readable on every surface, light and dark. */
class TokenContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("(--tw-[a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final Pattern ACCENT = Pattern.compile("\\.tw-swatch\\[data-accent='([a-z]+)'] \\{\\s*"
            + "--tw-accent: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final List<String> SURFACES = List.of("--tw-canvas", "--tw-surface", "--tw-raised", "--tw-sunken");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tw-text",
                "--tw-text-secondary",
                "--tw-accent",
                "--tw-status-ok",
                "--tw-status-warning",
                "--tw-status-critical",
                "--tw-status-no-data",
                "--tw-status-unknown"
            })
    void textHasAContrastOfFourAndAHalf(String token) throws IOException {
        Map<String, String[]> tokens = tokens();
        for (String surface : SURFACES) {
            for (int scheme = 0; scheme < 2; scheme++) {
                assertThat(contrast(tokens.get(token)[scheme], tokens.get(surface)[scheme]))
                        .as("%s on %s, %s", token, surface, scheme == 0 ? "light" : "dark")
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static Map<String, String[]> tokens() throws IOException {
        Map<String, String[]> tokens = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(Files.readString(Path.of("src/main/frontend/theme/tokens.css")));
        while (matcher.find()) {
            tokens.put(matcher.group(1), new String[] {matcher.group(2), matcher.group(3)});
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @Test
    void everyAccentOfThePaletteIsReadable() throws IOException {
        Map<String, String[]> tokens = tokens();
        String palette = Files.readString(Path.of("src/main/frontend/theme/accents.css"));
        Set<String> checked = new TreeSet<>();
        Matcher accent = ACCENT.matcher(palette);
        while (accent.find()) {
            checked.add(accent.group(1));
            for (String surface : SURFACES) {
                for (int scheme = 0; scheme < 2; scheme++) {
                    assertThat(contrast(accent.group(2 + scheme), tokens.get(surface)[scheme]))
                            .as("%s on %s, %s", accent.group(1), surface, scheme == 0 ? "light" : "dark")
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(checked).containsExactlyInAnyOrderElementsOf(Appearance.ACCENTS);
    }
}
