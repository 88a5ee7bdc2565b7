package io.tidewatch.sdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module knows the options that the user guide lists, no fewer and no more. */
class OptionsTest {

    private static final Path GUIDE = Path.of("../../docs/tasks/send-predictions.md");

    @Test
    void everyVariableOfTheGuideIsAnOption() throws Exception {
        Set<String> guide = Pattern.compile("`(TIDEWATCH_[A-Z_]+)`")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        assertThat(options().toList()).containsExactlyInAnyOrderElementsOf(guide);
    }

    private static Stream<String> options() {
        return Stream.concat(
                Arrays.stream(TidewatchProperties.class.getRecordComponents())
                        .map(component -> component.getName())
                        .filter(name -> !name.equals("spool"))
                        .map(name -> variable("TIDEWATCH_", name)),
                Arrays.stream(TidewatchProperties.Spool.class.getRecordComponents())
                        .map(component -> component.getName())
                        .map(name -> variable("TIDEWATCH_SPOOL_", name)));
    }

    private static String variable(String prefix, String option) {
        return prefix + option.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
